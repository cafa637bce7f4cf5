import type { Whence } from '../../../shared/audit/personal-values';
import type { Asked } from '../../../shared/timeline/append-step';
import type { Call, OpenCall } from './call';

/** A header is as long as its sender likes; the audit log is not. */
const longestUserAgent = 255;

/** What the audit row of a call is made from. */
export type AuditedCall = Pick<
  Call<unknown, unknown, unknown>,
  'actor' | 'requestId' | 'clientAddress' | 'request'
>;

/** The request of a step, for its audit record. */
export function askedBy(call: Omit<AuditedCall, 'actor'>): Asked {
  return { requestId: call.requestId, whence: whenceOf(call) };
}

/** From where a call came, for the audit log. */
export function whenceOf({
  clientAddress,
  request,
}: Pick<OpenCall<unknown, unknown, unknown>, 'clientAddress' | 'request'>): Whence {
  const userAgent = request.headers['user-agent']?.slice(0, longestUserAgent) ?? null;
  return { clientAddress, userAgent };
}

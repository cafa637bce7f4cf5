import type { Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { isId, type SessionId } from '../../../shared/domain/ids';
import { consent, firstPage, otherPage, type CaptureLink } from '../capture/capture-link';
import { plantedSession } from './planted-session';
import type { RunningApi } from '../running-api';

const minuteMs = 60_000;

export const linkNames = [
  'ofPage',
  'ofOtherPage',
  'withoutPage',
  'replaced',
  'handedOff',
  'ranOut',
  'ranOutInUse',
  'expired',
  'erased',
  'finished',
  'finishedLongAgo',
] as const;
type LinkName = (typeof linkNames)[number];

export function tokenOf({ url }: CaptureLink): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

/** A link of a sandbox session of its own in every standing that a link can come to. */
export type CaptureLinks = (name: LinkName) => CaptureLink;

export async function captureLinks(api: RunningApi): Promise<CaptureLinks> {
  const made = new Map<LinkName, CaptureLink>();
  for (const name of linkNames) made.set(name, await plantedSession(api));
  const links: CaptureLinks = (name) => {
    const link = made.get(name);
    if (link === undefined) throw new Error(`no link ${name}`);
    return link;
  };
  const asked = async (method: string, path: string): Promise<void> => {
    const options = { key: api.sandboxKey, ...(method === 'POST' ? { json: {} } : {}) };
    const { status, body } = await api.ask(method, `/api/v1/sessions/${path}`, options);
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(body)}`);
  };
  for (const name of ['handedOff', 'ranOutInUse', 'finished', 'finishedLongAgo'] as const) {
    await consent(links(name), firstPage);
  }
  // Held, and no more: without consent no step of the matrix moves them.
  await hold(links('ofPage'), firstPage);
  await hold(links('ofOtherPage'), otherPage);
  await hold(links('withoutPage'));
  await links('handedOff').post('handoff', { headers: firstPage });
  await asked('POST', `${links('replaced').id}/generate-one-time-link`);
  await asked('POST', `${links('expired').id}/expire`);
  await asked('DELETE', `${links('erased').id}/data`);
  for (const name of ['ranOut', 'ranOutInUse'] as const) {
    await endLink(api.db, sessionOf(links(name)));
  }
  for (const name of ['finished', 'finishedLongAgo'] as const) {
    const json = { outcome: 'approve' };
    await links(name).post('sandbox-outcome', { json, headers: firstPage });
  }
  await api.db
    .updateTable('sessions')
    .set({ completed_at: new Date(Date.now() - 10 * minuteMs) })
    .where('id', '=', sessionOf(links('finishedLongAgo')))
    .execute();
  return links;
}

async function hold(link: CaptureLink, headers: Record<string, string> = {}): Promise<void> {
  const { status } = await link.post('consent', {
    json: { accepted: false, version: '1' },
    headers,
  });
  if (status !== 200) throw new Error('the link was not bound');
}

async function endLink(db: Kysely<Database>, sessionId: SessionId): Promise<void> {
  await db
    .updateTable('capture_tokens')
    .set({ expires_at: new Date(Date.now() - minuteMs) })
    .where('session_id', '=', sessionId)
    .execute();
}

function sessionOf({ id }: CaptureLink): SessionId {
  if (!isId('session', id)) throw new Error('no session');
  return id;
}

import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import {
  isEmptyContext,
  noContext,
  readContext,
  writeContext,
  type TraceContext,
} from '../domain/tracing/trace-context';

/** Carries a request's ids with every message, start and activity; histories keep it, so it holds ids only. */
const headerName = 'verifa-trace';

export function withTraceHeader(headers: Headers, context: TraceContext): Headers {
  if (isEmptyContext(context)) return headers;
  return { ...headers, [headerName]: defaultPayloadConverter.toPayload(writeContext(context)) };
}

/** Whose message this is; anybody may send one by hand, with a header of any kind or none. */
export function readTraceHeader(headers: Headers): TraceContext {
  const payload = headers[headerName];
  if (payload === undefined) return noContext;
  try {
    return readContext(defaultPayloadConverter.fromPayload<unknown>(payload));
  } catch {
    return noContext;
  }
}

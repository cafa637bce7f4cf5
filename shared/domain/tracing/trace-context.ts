/** A place in a trace (W3C Trace Context): which trace, and the span that what follows belongs to. */
export interface TraceParent {
  /** 16 bytes, in hex. */
  readonly traceId: string;
  /** 8 bytes, in hex. */
  readonly spanId: string;
  readonly isSampled: boolean;
}

/** The request behind a piece of work, through every process: by it lines are joined, and spans. */
export interface TraceContext {
  /** The API's own id of the request; null of what no request caused. */
  readonly requestId: string | null;
  /** Null while nothing is traced. */
  readonly parent: TraceParent | null;
}

export const noContext: TraceContext = { requestId: null, parent: null };

const traceparentForm = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const longestTraceparent = 128;
const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a `traceparent` header; null where it is none. A later version is read as far as this one goes. */
export function parseTraceparent(text: unknown): TraceParent | null {
  if (typeof text !== 'string' || text.length > longestTraceparent) return null;
  const [, version, traceId = '', spanId = '', flags = '', more] = traceparentForm.exec(text) ?? [];
  const isKnown = version !== undefined && version !== 'ff';
  if (!isKnown || (version === '00' && more !== undefined)) return null;
  // All zeros name nothing.
  if (!/[^0]/.test(traceId) || !/[^0]/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function writeTraceparent({ traceId, spanId, isSampled }: TraceParent): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

/** How a context is stored and sent: two short strings of fixed forms, so that it can hold nothing else. */
export interface WrittenContext {
  readonly request_id: string | null;
  readonly traceparent: string | null;
}

export function writeContext({ requestId, parent }: TraceContext): WrittenContext {
  return {
    request_id: requestId,
    traceparent: parent === null ? null : writeTraceparent(parent),
  };
}

/** Reads what anybody may have written; what has not the form counts as absent. */
export function readContext(written: unknown): TraceContext {
  if (typeof written !== 'object' || written === null) return noContext;
  const requestId = 'request_id' in written ? written.request_id : null;
  const traceparent = 'traceparent' in written ? written.traceparent : null;
  return {
    requestId: typeof requestId === 'string' && uuidForm.test(requestId) ? requestId : null,
    parent: parseTraceparent(traceparent),
  };
}

export function isEmptyContext({ requestId, parent }: TraceContext): boolean {
  return requestId === null && parent === null;
}

const ulidForm = /^[0-9A-HJKMNP-TV-Z]{26}$/i;
const hexForm = /^[0-9a-f]{32}$/i;

/** A caller's id of a request that can be nothing but one: a UUID, a ULID, 32 hexadecimal digits. */
export function looksLikeRequestId(text: string): boolean {
  return uuidForm.test(text.toLowerCase()) || ulidForm.test(text) || hexForm.test(text);
}

/** What the person's page says to the page that embeds it. A hint for the screen: never a proof of anything. */
export interface VerifaMessage {
  readonly type: 'ready' | 'step' | 'resize' | 'complete' | 'expired' | 'error' | 'close';
  readonly sessionId: string | null;
  readonly status: string | null;
  /** Of `step`. */
  readonly step: string | null;
  /** Of `error`. */
  readonly code: string | null;
  /** Of `resize`, in CSS pixels. */
  readonly height: number | null;
}

const types: readonly string[] = [
  'ready',
  'step',
  'resize',
  'complete',
  'expired',
  'error',
  'close',
] satisfies readonly VerifaMessage['type'][];

/** Null for all that the page does not say: extensions and other frames post to the same window. */
export function readMessage(data: unknown): VerifaMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const said: Readonly<Record<string, unknown>> = { ...data };
  const { type, height } = said;
  if (said['source'] !== 'verifa' || !isType(type)) return null;
  const text = (name: string): string | null => {
    const value = said[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    type,
    sessionId: text('session_id'),
    status: text('status'),
    step: text('step'),
    code: text('code'),
    height: typeof height === 'number' && height > 0 && height < 1e5 ? height : null,
  };
}

function isType(value: unknown): value is VerifaMessage['type'] {
  return typeof value === 'string' && types.includes(value);
}

/** Where the page is. Whatever is no web address would run in the page that opens it. */
export function pageUrl(captureUrl: string): URL {
  const url = new URL(captureUrl);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError('captureUrl is no web address');
  return url;
}

export function embeddedUrl(captureUrl: string, how: '1' | 'modal' = '1'): URL {
  const url = pageUrl(captureUrl);
  url.searchParams.set('embed', how);
  return url;
}

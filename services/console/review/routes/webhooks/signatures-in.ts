/** One signature of a request, in one of the two published forms (`5-webhooks.md`). */
export interface FoundSignature {
  readonly header: 'X-Verifa-Signature' | 'webhook-signature';
  /** `v1a` is by a key pair: the secret says nothing of it. */
  readonly scheme: 'v1' | 'v1a';
  /** As it stands there: hex in ours, base64 in the standard one. */
  readonly value: string;
  /** In seconds; null where the headers say none. */
  readonly at: number | null;
  /** What is signed is this, and then the body. */
  readonly before: string;
}

/**
 * The signatures in headers as they were pasted: one a line, as logs and tools write them (`Name: value`, in
 * quotes, as `-H 'Name: value'`, as a member of JSON).
 */
export function signaturesIn(pasted: string): readonly FoundSignature[] {
  const headers = headersIn(pasted);
  return [...ours(headers.get('x-verifa-signature')), ...standard(headers)];
}

function headersIn(pasted: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of pasted.split('\n')) {
    const [, name, value] = /([A-Za-z][A-Za-z0-9-]*)["']?\s*:\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    headers.set(name.toLowerCase(), value.replace(/^["'\s]+|["',\s\\]+$/g, ''));
  }
  return headers;
}

function ours(header: string | undefined): readonly FoundSignature[] {
  if (header === undefined) return [];
  const parts = header.split(',').map((part) => part.trim().split('='));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  return parts.flatMap(([name, value]) =>
    name === 'v1' && value !== undefined
      ? [
          {
            header: 'X-Verifa-Signature' as const,
            scheme: 'v1' as const,
            value: value.toLowerCase(),
            at: secondsOf(time),
            before: `${time}.`,
          },
        ]
      : [],
  );
}

function standard(headers: ReadonlyMap<string, string>): readonly FoundSignature[] {
  const time = headers.get('webhook-timestamp') ?? '';
  const before = `${headers.get('webhook-id') ?? ''}.${time}.`;
  return (headers.get('webhook-signature') ?? '').split(/\s+/).flatMap((one) => {
    const [, scheme, value] = /^(v1a?),(.+)$/.exec(one) ?? [];
    if (value === undefined || (scheme !== 'v1' && scheme !== 'v1a')) return [];
    const header = 'webhook-signature' as const;
    return [{ header, scheme, value, at: secondsOf(time), before }];
  });
}

function secondsOf(text: string): number | null {
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

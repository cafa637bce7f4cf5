/** What a handler gives back. `sent`: it wrote to the response itself (streams). */
export type Answer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'empty'; readonly status: number }
  | { readonly kind: 'sent' };

/** The body comes from a view, a typed function of rows: nothing of a row leaves by accident. */
export function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { kind: 'json', status, body, headers };
}

export const noContent: Answer = { kind: 'empty', status: 204 };
export const alreadySent: Answer = { kind: 'sent' };

/** A JSON body under its status, as the route declares both. */
export interface JsonAnswer<S extends number = number, B = unknown> {
  readonly kind: 'json';
  readonly status: S;
  readonly body: B;
  readonly headers: Readonly<Record<string, string>>;
}

export interface EmptyAnswer<S extends number = number> {
  readonly kind: 'empty';
  readonly status: S;
}

/** The handler wrote to the response itself (streams). */
export interface SentAnswer {
  readonly kind: 'sent';
}

/** What a handler gives back. Its route says which of these it may be (`AnswerOf`). */
export type Answer = JsonAnswer | EmptyAnswer | SentAnswer;

/** The body comes from a view, a typed function of rows: nothing of a row leaves by accident. */
export function answer<const S extends number, const B>(
  status: S,
  body: B,
  headers: Readonly<Record<string, string>> = {},
): JsonAnswer<S, B> {
  return { kind: 'json', status, body, headers };
}

export const noContent: EmptyAnswer<204> = { kind: 'empty', status: 204 };
export const alreadySent: SentAnswer = { kind: 'sent' };

import type { z } from 'zod';
import type { Answer, EmptyAnswer, JsonAnswer, SentAnswer } from './answer';
import type { Method } from './method';

/**
 * What one status answers with. The document is made of these, handlers are typed by them, and tests hold
 * every answer against them.
 * @typeParam B the body as the handler makes it (instants are `Date`s), before its keys are cased; never: none
 */
export interface DeclaredAnswer<B = unknown> {
  readonly body?: z.ZodType<B>;
  /** One that it might be, for the reference. */
  readonly example?: unknown;
  /** What it may be streamed as, in place of JSON or beside it. */
  readonly mediaTypes: readonly string[];
  /** Whether `Location` names what was made. */
  readonly hasLocation: boolean;
}

export type DeclaredAnswers = Readonly<Partial<Record<number, DeclaredAnswer>>>;

/** What a handler of a route that declares `A` may give back. */
export type AnswerOf<A extends DeclaredAnswers> =
  | SentAnswer
  | {
      [S in keyof A & number]: A[S] extends DeclaredAnswer<infer B>
        ? [B] extends [never]
          ? EmptyAnswer<S>
          : JsonAnswer<S, Frozen<B>>
        : never;
    }[keyof A & number];

/** Views are made of readonly parts; a schema's output is written with mutable ones. */
type Frozen<T> = T extends Date
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

export function json<B>(body: z.ZodType<B>, example?: NoInfer<B>): DeclaredAnswer<B> {
  return { body, example, mediaTypes: [], hasLocation: false };
}

/** Of 201, where the new thing has an address of its own. */
export function created<B>(body: z.ZodType<B>, example?: NoInfer<B>): DeclaredAnswer<B> {
  return { body, example, mediaTypes: [], hasLocation: true };
}

/** JSON, or one of these when the caller accepts it rather. */
export function jsonOr<B>(body: z.ZodType<B>, ...mediaTypes: string[]): DeclaredAnswer<B> {
  return { body, mediaTypes, hasLocation: false };
}

export function streamed(...mediaTypes: string[]): DeclaredAnswer<never> {
  return { mediaTypes, hasLocation: false };
}

export const nothing: DeclaredAnswer<never> = { mediaTypes: [], hasLocation: false };

/** What an answer has that its route does not declare, in one line; null when it is as declared. */
export function undeclared(answers: DeclaredAnswers, given: Answer): string | null {
  if (given.kind === 'sent') return null;
  // A refusal that an Idempotency-Key stored; a replay, which was held against this the first time.
  if (given.status >= 400) return null;
  if (given.kind === 'json' && given.headers['Idempotent-Replayed'] === 'true') return null;
  const declared = answers[given.status];
  if (declared === undefined) return `${String(given.status)} is not declared`;
  if (given.kind === 'empty') {
    return declared.body === undefined ? null : `${String(given.status)} is declared with a body`;
  }
  if (declared.body === undefined) return `${String(given.status)} is declared without a body`;
  if (declared.hasLocation !== 'Location' in given.headers) {
    return `${String(given.status)} differs from what is declared in having Location`;
  }
  const parsed = declared.body.safeParse(given.body);
  if (parsed.success) return null;
  // Paths and codes only: a body may hold personal data.
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return `${String(given.status)} has another body: ${issues.join('; ')}`;
}

/** With which statuses a route may refuse; others are defects, and tests fail for them. */
export function refusalStatuses(route: {
  readonly method: Method;
  readonly path: string;
  readonly scopes: readonly string[] | null;
}): readonly number[] {
  const isRead = route.method === 'GET';
  const hasOwner = route.scopes !== null || route.path === '/mcp';
  return [
    // Of headers, which every route reads.
    400,
    ...(hasOwner || /^\/(verify|api\/v1\/console)\//.test(route.path) ? [401, 403] : []),
    ...(route.path.includes('/documents/:doc_type') ? [403] : []),
    ...(route.path.includes('/:') ? [404, 409, 410] : []),
    ...(isRead ? [] : [408, 409, 410, 413, 415]),
    // Text that cannot be stored is refused wherever it stands.
    422,
    429,
    500,
    503,
  ].filter((status, index, all) => all.indexOf(status) === index);
}

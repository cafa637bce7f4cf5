import type { paths } from './api';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** What a key opens; the pages and steps behind a capture link are the applicant's own. */
type Path = Extract<keyof paths, `/api/v1/${string}` | `/.well-known/${string}`>;
type MethodOf<P extends Path> = {
  [M in Method]: [paths[P][M]] extends [undefined] ? never : M;
}[Method];

/** Every route by its name, as the documents write it: `POST /api/v1/sessions/{id}/simulate`. */
export type Route = { [P in Path]: `${Uppercase<MethodOf<P>>} ${P}` }[Path];

type Operation<R extends Route> = R extends `${infer M} ${infer P}`
  ? P extends Path
    ? Lowercase<M> extends keyof paths[P]
      ? paths[P][Lowercase<M>]
      : never
    : never
  : never;

type ParametersOf<R extends Route> =
  Operation<R> extends { parameters: infer Places } ? Places : never;
type Present<Part> = NonNullable<Part>;

export type ParamsOf<R extends Route> =
  ParametersOf<R> extends { path: infer Params } ? Params : never;
export type QueryOf<R extends Route> =
  ParametersOf<R> extends { query?: infer Query } ? OrUndefined<Present<Query>> : never;
/** What is sent, by media type; never where nothing is described. */
type ContentOf<R extends Route> =
  Operation<R> extends { requestBody?: infer Sent } ? Contained<Present<Sent>> : never;
type Contained<Sent> = Sent extends { content: infer Content } ? Content : never;
export type BodyOf<R extends Route> = [ContentOf<R>] extends [never]
  ? never
  : ContentOf<R> extends { 'application/json': infer Body }
    ? Body
    : never;

/** What is not there may be said as `undefined` too; it is left out of the address. */
type OrUndefined<Query> = { [Name in keyof Query]: Query[Name] | undefined };

/** What a done request is answered with; `unknown` where the document does not say. */
export type AnswerOf<R extends Route> =
  Operation<R> extends { responses: infer Answers }
    ? { [S in keyof Answers]: Done<S, Answers[S]> }[keyof Answers]
    : unknown;

type Done<Status, Described> = Status extends number | string
  ? `${Status}` extends '204'
    ? undefined
    : `${Status}` extends `2${string}`
      ? Described extends { content: { 'application/json': infer Body } }
        ? Body
        : unknown
      : never
  : never;

/** One item of a list's pages. */
export type ItemOf<R extends Route> =
  AnswerOf<R> extends { data: readonly (infer Item)[] } ? Item : unknown;

/** The routes whose answers come in pages. */
export type ListRoute = {
  [R in Route]: [QueryOf<R>] extends [never] ? never : 'limit' extends keyof QueryOf<R> ? R : never;
}[Route];

/** A body that is no JSON, of a type that its route reads, e.g. `text/csv`. */
export interface RawBody {
  readonly type: string;
  readonly bytes: string | Uint8Array<ArrayBuffer>;
}

export interface CallOptions {
  /** Of writes; without it every call has one of its own, the same over its retries. */
  readonly idempotencyKey?: string;
  /** Default `application/json`. */
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** Of one try, the reading of its answer included. */
  readonly timeoutMs?: number;
}

type Part<Name extends string, Value> = [Value] extends [never]
  ? { readonly [N in Name]?: never }
  : Partial<Value> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** Routes take JSON, something else (a form, a file), either of both, or nothing that is described. */
type BodyPart<R extends Route> = R extends `GET ${string}`
  ? JsonOnly<never>
  : [ContentOf<R>] extends [never]
    ? { readonly body?: never; readonly upload?: Upload }
    : [BodyOf<R>] extends [never]
      ? UploadOnly
      : [keyof ContentOf<R>] extends ['application/json']
        ? JsonOnly<BodyOf<R>>
        : JsonOnly<BodyOf<R>> | UploadOnly;
type Upload = FormData | RawBody;
type JsonOnly<Body> = Part<'body', Body> & { readonly upload?: never };
interface UploadOnly {
  readonly body?: never;
  readonly upload: Upload;
}

export type RouteOptions<R extends Route> = CallOptions &
  Part<'params', ParamsOf<R>> &
  Part<'query', QueryOf<R>> &
  BodyPart<R>;

/** The options may be left out where nothing is asked for. */
export type OptionsOf<R extends Route> =
  Partial<RouteOptions<R>> extends RouteOptions<R> ? [RouteOptions<R>?] : [RouteOptions<R>];

/** Any route by its name, typed by the API's own document. */
export type Request = <R extends Route>(route: R, ...options: OptionsOf<R>) => Promise<AnswerOf<R>>;

/** Every item of a list, over all of its pages. */
export type Pages = <R extends ListRoute>(
  route: R,
  ...options: OptionsOf<R>
) => AsyncIterable<ItemOf<R>>;

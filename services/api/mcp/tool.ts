import { z } from 'zod';
import type { DeedTo } from '../../../shared/domain/audit/action';
import type { Answer } from '../http/answer';
import { parsePart } from '../http/parse';
import type { Invocation, KeyedRoute } from '../http/route';

export const toolsets = ['sessions', 'cases', 'identities', 'workflows', 'checks'] as const;
export type Toolset = (typeof toolsets)[number];

/** `destructive`: a decision about a person, or one that undoes it. Only shown to who asks for it. */
export type ToolKind = 'read' | 'write' | 'destructive';

type Json = Readonly<Record<string, unknown>>;
export interface Context extends Pick<
  Invocation,
  'caller' | 'request' | 'response' | 'operationId' | 'once'
> {
  /** Tells the audit log what was read, as a request for the same would. */
  readonly noteRead: (route: string, asked: Asked) => Promise<void>;
}

/** A tool as the server offers it: its types have been used up. */
export type Tool = Named & {
  readonly toolset: Toolset | 'always';
  readonly description: string;
  readonly inputSchema: Json;
  /** Limited beyond the request that brought the call. */
  readonly counts?: KeyedRoute['counts'];
  readonly call: (context: Context, given: unknown) => Promise<unknown>;
};

/** A destructive one stands in the audit log by its name. */
type Named =
  | { readonly kind: Exclude<ToolKind, 'destructive'>; readonly name: string }
  | { readonly kind: 'destructive'; readonly name: DeedTo<'mcp'> };

/** What a route is asked: its own schemas judge these parts, as they judge a request's. */
export interface Asked {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

type ToolShape<S extends z.ZodObject> = Named & {
  readonly toolset: Toolset;
  readonly description: string;
  readonly input: S;
  readonly route: KeyedRoute;
  readonly ask: (given: z.output<S>) => Asked;
  /** Members that only a key with `pii:export` sees. */
  readonly personal?: readonly string[];
};

/** A tool over a route: the same scopes, schemas, handler and audit, whoever asks. */
export function routeTool<S extends z.ZodObject>(shape: ToolShape<S>): Tool {
  const { toolset, description, input, route, ask, personal = [] } = shape;
  return {
    ...nameOf(shape),
    toolset,
    description,
    inputSchema: z.toJSONSchema(input, { io: 'input' }),
    counts: route.counts,
    async call(context, given) {
      const asked = ask(parsePart(input, given));
      const answer = await route.invoke({
        ...context,
        params: asked.params,
        query: asked.query ?? {},
        body: asked.body ?? {},
      });
      await context.noteRead(`${route.method} ${route.path}`, asked);
      const maySee = context.caller.scopes.includes('pii:export');
      return maySee ? bodyOf(answer) : without(bodyOf(answer), personal);
    },
  };
}

function nameOf(shape: Named): Named {
  return shape.kind === 'destructive'
    ? { kind: shape.kind, name: shape.name }
    : { kind: shape.kind, name: shape.name };
}

function bodyOf(answer: Answer): unknown {
  switch (answer.kind) {
    case 'json':
      return answer.body;
    case 'empty':
      return {};
    case 'sent':
      throw new Error('a tool has no stream to answer with');
  }
}

const page = z.looseObject({ data: z.array(z.unknown()) });
const object = z.record(z.string(), z.unknown());

/** Of an object, or of each of a list. */
function without(body: unknown, members: readonly string[]): unknown {
  if (members.length === 0) return body;
  const listed = page.safeParse(body);
  if (listed.success) {
    return { ...listed.data, data: listed.data.data.map((item) => without(item, members)) };
  }
  const parsed = object.safeParse(body);
  if (!parsed.success) return body;
  return Object.fromEntries(Object.entries(parsed.data).filter(([key]) => !members.includes(key)));
}

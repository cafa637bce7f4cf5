import { z } from 'zod';
import { refusalStatuses, type DeclaredAnswer } from '../http/declared-answer';
import type { Route } from '../http/route';
import { errorResponse } from './components';
import type { JsonObject, JsonSchemas } from './json-schemas';
import { linksBehind } from './links';
import { operationId } from './operation-id';

/** One route as an OpenAPI operation: the schemas that parse it and the answers that it declares. */
export function describeRoute(
  route: Route,
  routes: readonly Route[],
  schemas: JsonSchemas,
): JsonObject {
  const { path, summary } = route;
  const content = requestContent(route, schemas);
  return {
    operationId: operationId(route),
    summary,
    tags: [tagOf(path)],
    ...securityOf(route),
    parameters: [
      ...parametersOf(route.schemas.params, 'path', schemas),
      ...parametersOf(route.schemas.query, 'query', schemas),
      ...aliasParameters(route),
    ],
    ...(content === undefined ? {} : { requestBody: content }),
    responses: { ...answersOf(route, routes, schemas), ...refusalsOf(route) },
  };
}

export function tagOf(path: string): string {
  const [first = '', second = ''] = path.replace('/api/v1/', '').split('/').filter(Boolean);
  return first === '.well-known' ? second : first;
}

export function pathTemplate(path: string): string {
  return path.replaceAll(/:([a-z_]+)|\{\*([a-z_]+)\}/gi, '{$1$2}');
}

/** These give the cookie that the others ask for. */
const cookieGivers: ReadonlySet<string> = new Set([
  '/api/v1/console/login',
  '/api/v1/console/set-up',
  '/api/v1/console/options',
  '/api/v1/console/oidc/start',
  '/api/v1/console/oidc/callback',
]);

function securityOf({ path, scopes }: Route): JsonObject {
  if (scopes === null) {
    const isByCookie = path.startsWith('/api/v1/console/') && !cookieGivers.has(path);
    return { security: isByCookie ? [{ consoleCookie: [] }] : [] };
  }
  return { security: [{ apiKey: [] }], description: `Scopes: ${scopes.join(', ')}.` };
}

function requestContent(
  { schemas: { body, example, upload } }: Route,
  schemas: JsonSchemas,
): JsonObject | undefined {
  if (body === undefined && upload === undefined) return undefined;
  const described = body === undefined ? undefined : schemas.of(body, 'input');
  // A body that is not sent is `{}`.
  const isNeeded = upload !== undefined || objectSchema.parse(described).required.length > 0;
  return {
    required: isNeeded,
    content: {
      ...(described === undefined
        ? {}
        : { 'application/json': { schema: described, ...exampleOf(example) } }),
      ...(upload === undefined
        ? {}
        : { [upload.mediaType]: { schema: schemas.of(upload.schema, 'input') } }),
    },
  };
}

function exampleOf(example: unknown): JsonObject {
  return example === undefined ? {} : { example };
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  schemas: JsonSchemas,
): JsonObject[] {
  if (schema === undefined) return [];
  const { properties, required } = objectSchema.parse(schemas.of(schema, 'input'));
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

function aliasParameters({ schemas: { queryAliases = {} } }: Route): JsonObject[] {
  return Object.entries(queryAliases).flatMap(([field, names]) =>
    names.map((name) => ({
      name,
      in: 'query',
      required: false,
      description: `The same as \`${field}\`.`,
      schema: { type: 'string', minLength: 1 },
    })),
  );
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function answersOf(route: Route, routes: readonly Route[], schemas: JsonSchemas): JsonObject {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, declared]) => [
      status,
      declared === undefined ? {} : answerOf(route, declared, routes, schemas),
    ]),
  );
}

function answerOf(
  route: Route,
  { body, example, mediaTypes, hasLocation }: DeclaredAnswer,
  routes: readonly Route[],
  schemas: JsonSchemas,
): JsonObject {
  const content = {
    ...(body === undefined
      ? {}
      : {
          'application/json': { schema: schemas.of(body, 'output'), ...exampleOf(example) },
        }),
    ...Object.fromEntries(mediaTypes.map((type) => [type, {}])),
  };
  const isEmpty = Object.keys(content).length === 0;
  return {
    description: isEmpty ? 'Done; there is nothing to say.' : 'Done.',
    ...(isEmpty ? {} : { content }),
    ...headersOf(route, hasLocation),
    ...(hasLocation ? { links: linksBehind(route, routes) } : {}),
  };
}

function headersOf({ method }: Route, hasLocation: boolean): JsonObject {
  const headers = {
    ...(hasLocation ? { Location: { $ref: '#/components/headers/Location' } } : {}),
    ...(method === 'GET'
      ? {}
      : { 'Verifa-Ignored-Fields': { $ref: '#/components/headers/IgnoredFields' } }),
  };
  return Object.keys(headers).length === 0 ? {} : { headers };
}

function refusalsOf(route: Route): JsonObject {
  const { refusesAs } = route;
  return Object.fromEntries(
    refusalStatuses(route).map((status) => [
      String(status),
      refusesAs === undefined
        ? { $ref: `#/components/responses/Error${String(status)}` }
        : errorResponse(status, refusesAs),
    ]),
  );
}

import { z } from 'zod';
import type { Route } from '../http/route';

type JsonObject = Readonly<Record<string, unknown>>;

/** One route as an OpenAPI operation: what it takes, by the schemas that parse it, and how it refuses. */
export function describeRoute(route: Route): JsonObject {
  const { schemas, scopes, method, path } = route;
  const body = schemas.body === undefined ? undefined : jsonSchema(schemas.body);
  return {
    operationId: operationId(route),
    tags: [tagOf(path)],
    ...(scopes === null
      ? { security: [] }
      : { security: [{ apiKey: [] }], description: `Scopes: ${scopes.join(', ')}.` }),
    parameters: [
      ...parametersOf(schemas.params, 'path'),
      ...parametersOf(schemas.query, 'query'),
      ...(scopes !== null && method !== 'GET'
        ? [{ $ref: '#/components/parameters/IdempotencyKey' }]
        : []),
      { $ref: '#/components/parameters/KeyInflection' },
      { $ref: '#/components/parameters/VerifaVersion' },
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      '2XX': { description: 'It is done.' },
      ...refusals(route),
    },
  };
}

/** `GET /api/v1/sessions/:id/risk` → `get_sessions_id_risk`. */
function operationId({ method, path }: Route): string {
  const words = path.replace('/api/v1', '').split(/[^A-Za-z0-9]+/);
  return [method.toLowerCase(), ...words.filter((word) => word !== '')].join('_');
}

export function tagOf(path: string): string {
  const [first = '', second = ''] = path.replace('/api/v1/', '').split('/').filter(Boolean);
  return first === '.well-known' ? second : first;
}

export function pathTemplate(path: string): string {
  return path.replaceAll(/:([a-z_]+)/gi, '{$1}');
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonObject[] {
  if (schema === undefined) return [];
  const { properties, required } = objectSchema.parse(jsonSchema(schema));
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

/** As it is sent: before defaults and transformations. What JSON Schema cannot say is left open. */
function jsonSchema(schema: z.ZodType): JsonObject {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return described;
}

function refusals({ scopes, path, schemas, method }: Route): JsonObject {
  const statuses = [
    '400',
    ...(scopes === null ? [] : ['401', '403']),
    ...(path.includes('/:') ? ['404'] : []),
    ...(method === 'GET' ? [] : ['409', '413', '415']),
    ...(schemas.query === undefined && schemas.body === undefined ? [] : ['422']),
    '429',
    '503',
  ];
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: '#/components/responses/Error' }]),
  );
}

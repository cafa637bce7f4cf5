import { webhookEventTypes } from '../../../shared/lifecycle/webhook-events';
import { errorCatalogue } from '../../../shared/errors/catalogue';
import { currentVersion, servedVersions } from '../../../shared/wire/api-version';
import { keyInflections } from '../../../shared/wire/key-casing';
import type { Route } from '../http/route';
import { describeRoute, pathTemplate } from './describe-route';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * OpenAPI 3.1 of these routes, out of the schemas that parse their requests: what is said of a request
 * cannot be another than what is done with it. Bodies of answers are not described yet.
 */
export function openApiDocument(routes: readonly Route[], origin: string): JsonObject {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = pathTemplate(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Verifa Sessions', version: currentVersion },
    servers: [{ url: origin }],
    paths,
    webhooks: Object.fromEntries(webhookEventTypes.map((type) => [type, webhook(type)])),
    components,
  };
}

function webhook(type: string): JsonObject {
  return {
    post: {
      summary: type,
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Event' } } },
      },
      responses: { '2XX': { description: 'Received; anything else is tried again.' } },
    },
  };
}

const header = (name: string, schema: JsonObject, description: string): JsonObject => ({
  name,
  in: 'header',
  required: false,
  schema,
  description,
});

const components: JsonObject = {
  securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' } },
  parameters: {
    IdempotencyKey: header(
      'Idempotency-Key',
      { type: 'string', minLength: 1, maxLength: 255 },
      'The same key and parameters within 24 hours: the stored answer, and nothing is done twice.',
    ),
    KeyInflection: header(
      'Key-Inflection',
      { type: 'string', enum: keyInflections },
      "The casing of the answer's keys.",
    ),
    VerifaVersion: header(
      'Verifa-Version',
      { type: 'string', enum: servedVersions },
      `The current one is ${currentVersion}.`,
    ),
  },
  responses: {
    Error: {
      description: 'It was refused, or something of ours is down.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  },
  schemas: {
    Error: {
      type: 'object',
      required: ['error', 'detail', 'status_code', 'request_id'],
      properties: {
        error: { type: 'string', enum: Object.keys(errorCatalogue) },
        detail: { type: 'string' },
        status_code: { type: 'integer' },
        request_id: { type: 'string' },
        errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['field', 'code', 'message'],
            properties: {
              field: { type: 'string' },
              code: { type: 'string' },
              message: { type: 'string' },
              node: { type: 'string' },
            },
          },
        },
      },
    },
    Event: {
      type: 'object',
      required: ['event', 'id', 'idempotency_key', 'created_at', 'sequence'],
      properties: {
        event: { type: 'string', enum: webhookEventTypes },
        id: { type: 'string' },
        idempotency_key: { type: 'string' },
        created_at: { type: 'string', format: 'date-time' },
        sequence: { type: 'integer' },
        session_id: { type: ['string', 'null'] },
        external_ref: { type: ['string', 'null'] },
        status: { type: ['string', 'null'] },
        is_sandbox: { type: 'boolean' },
      },
    },
  },
};

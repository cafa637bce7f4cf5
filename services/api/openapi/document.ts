import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { currentVersion } from '../http/api-version';
import type { Route } from '../http/route';
import { headers, ownSchemas, responses, securitySchemes } from './components';
import { describeRoute, pathTemplate } from './describe-route';
import { conventions } from './conventions';
import { createJsonSchemas, type JsonObject } from './json-schemas';

/**
 * OpenAPI 3.1 of these routes, out of the schemas that parse their requests and of the answers that tests
 * hold them to: what is said of a route cannot be another than what it does.
 */
export function openApiDocument(routes: readonly Route[], origin: string): JsonObject {
  const schemas = createJsonSchemas();
  // `/mcp` speaks a protocol of its own, which no OpenAPI describes.
  const described = routes.filter(({ path }) => path !== '/mcp');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of described) {
    const path = pathTemplate(route.path);
    const operation = describeRoute(route, described, schemas);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Verifa Sessions', version: currentVersion, description: conventions },
    servers: [{ url: origin }],
    paths,
    webhooks: Object.fromEntries(webhookEventTypes.map((type) => [type, webhook(type)])),
    components: {
      securitySchemes,
      headers,
      responses,
      schemas: { ...schemas.named(), ...ownSchemas },
    },
  };
}

function webhook(type: string): JsonObject {
  return {
    post: {
      operationId: `webhook_${type.replaceAll(/[^a-z]+/g, '_')}`,
      summary: type,
      description: 'Signed by `X-Verifa-Signature` and by the Standard Webhooks headers.',
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Event' } } },
      },
      responses: { '2XX': { description: 'Received; anything else is tried again.' } },
    },
  };
}

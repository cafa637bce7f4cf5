import openapiTS, { astToString } from 'openapi-typescript';
import type { ApiDeps } from '../../../services/api/deps';
import { openApiDocument } from '../../../services/api/openapi/document';
import { allRoutes } from '../../../services/api/routes';

export const apiTypesPath = 'services/client/src/api.ts';

const head = `// Generated out of the OpenAPI document by \`npm run client:generate\`; changes by hand are lost.\n`;

/** The client's types, out of the very routes that the API mounts. */
export async function generateApiTypes(): Promise<string> {
  return `${head}${astToString(await openapiTS(describedApi()))}`;
}

/**
 * The document as it is served, without a server: routes only take hold of their dependencies when they
 * are asked something. Where the server stands makes no difference to types.
 */
function describedApi(): string {
  const unasked: ApiDeps = Object.create(null) as ApiDeps;
  return JSON.stringify(openApiDocument(allRoutes(unasked), 'http://localhost'));
}

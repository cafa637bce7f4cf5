import { scopes } from '../../../shared/domain/auth/scopes';
import {
  errorCatalogue,
  isErrorCode,
  type ErrorCode,
} from '../../../shared/domain/errors/catalogue';
import type { JsonObject } from './json-schemas';

const codes: readonly ErrorCode[] = Object.keys(errorCatalogue).filter(isErrorCode);
const statuses = [...new Set([...codes.map((code) => errorCatalogue[code].status), 500, 503])];

export const securitySchemes: JsonObject = {
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: `\`vk_live_…\` or \`vk_sandbox_…\`. Scopes: ${scopes.join(', ')}.`,
  },
  consoleCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-verifa_console',
    description:
      "Of a person who signed in to the console, whose role takes the place of a key's scopes. Whatever is no GET " +
      'needs `X-Verifa-Console: 1` and comes from the console itself (`deploy/CONSOLE.md`).',
  },
};

export const headers: JsonObject = {
  Location: {
    description: 'The address of what was made.',
    required: true,
    schema: { type: 'string' },
  },
  IgnoredFields: {
    description:
      'Paths of what was sent in the body and is not known, parted by commas: at most 20, and 1 KB.',
    required: false,
    schema: { type: 'string' },
  },
  RetryAfter: { description: 'Seconds to wait.', required: false, schema: { type: 'integer' } },
};

/** A response a status, with the codes that it comes with and one of them as an example. */
export const responses: JsonObject = Object.fromEntries(
  statuses.map((status) => [`Error${String(status)}`, errorResponse(status)]),
);

/** @param mediaTypes what it is also written as, for people */
export function errorResponse(status: number, mediaTypes: readonly string[] = []): JsonObject {
  const own = codes.filter((code) => errorCatalogue[code].status === status);
  const [first = 'internal_error'] = own;
  const example = {
    error: first,
    detail: errorCatalogue[first].message,
    status_code: status,
    request_id: '00000000-0000-4000-8000-000000000000',
    ...(status === 422 ? { errors: [] } : {}),
  };
  return {
    description: own.map((code) => `\`${code}\`: ${errorCatalogue[code].message}`).join('\n\n'),
    headers: {
      'Retry-After': { $ref: '#/components/headers/RetryAfter' },
      'Verifa-Ignored-Fields': { $ref: '#/components/headers/IgnoredFields' },
    },
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' }, example },
      ...Object.fromEntries(mediaTypes.map((type) => [type, {}])),
    },
  };
}

export const ownSchemas: JsonObject = {
  Error: {
    type: 'object',
    required: ['error', 'detail', 'status_code', 'request_id'],
    properties: {
      error: { type: 'string', enum: codes },
      detail: { type: 'string' },
      status_code: { type: 'integer' },
      request_id: { type: 'string' },
      errors: {
        description: 'Of 422: the fields, by their names as sent.',
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
};

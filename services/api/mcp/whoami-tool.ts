import { z } from 'zod';
import type { Tool } from './tool';

/** What the key may do, so that a model need not find out by being refused. */
export const whoamiTool: Tool = {
  name: 'whoami',
  toolset: 'always',
  kind: 'read',
  description: 'The organisation, environment and scopes of the API key in use.',
  inputSchema: z.toJSONSchema(z.object({})),
  call: ({ caller }) =>
    Promise.resolve({
      organization_id: caller.organizationId,
      environment: caller.environment,
      key_id: caller.keyId,
      scopes: caller.scopes,
    }),
};

import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { tenantScope } from '../../../shared/database/scope';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { alreadySent, type Answer } from '../http/answer';
import { authenticateKey } from '../http/authenticate';
import type { ApiRequest, ApiResponse } from '../http/call';
import type { Caller, KeyCaller } from '../http/caller';
import { limitKey } from '../http/rate-limit';
import { inexactNumbers } from '../http/fit-to-schema';
import { invalid, parsePart } from '../http/parse';
import { readJson } from '../http/read-json';
import type { Route } from '../http/route';
import { callerSettings } from '../caller-settings';
import { caseTools } from './case-tools';
import { chooseTools, mcpQuery } from './choose-tools';
import { createMcpServer } from './mcp-server';
import { readingTools } from './reading-tools';
import { sessionTools } from './session-tools';
import { whoamiTool } from './whoami-tool';

/**
 * The Model Context Protocol over streamable HTTP, without sessions: each POST is answered with JSON, by
 * whichever process it comes to. A GET stream would have nothing to say, and answers 405.
 */
export function mcpRoute(deps: ApiDeps): Route {
  const tools = [whoamiTool, ...sessionTools(deps), ...caseTools(deps), ...readingTools(deps)];
  return {
    method: 'POST',
    path: '/mcp',
    scopes: null,
    schemas: { query: mcpQuery },
    summary: 'Call the Model Context Protocol',
    answers: {},
    async run(_deps, request, response) {
      const caller = await authenticateKey(
        deps,
        bearer(request.headers.authorization),
        response,
      ).catch((error: unknown) => {
        // What makes a client ask its user for a key instead of giving up.
        if (error instanceof VerifaError && error.status === 401) {
          response.set('WWW-Authenticate', 'Bearer');
        }
        throw error;
      });
      response.locals.callerId = caller.keyId;
      response.locals.body.held.belongsTo(caller.keyId);
      return deps.tenancy.within(tenantScope(caller), () => asked(caller, request, response));
    },
  };

  async function asked(
    caller: KeyCaller,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<Answer> {
    await limitKey(deps, caller, response, ['requests']);
    await refuseOtherOrigins(deps, caller, request.headers.origin);
    const chosen = chooseTools(tools, parsePart(mcpQuery, request.query));
    const body = await readJson(request);
    const inexact = inexactNumbers(body);
    if (inexact.length > 0) throw invalid(inexact);
    // An older client may send several messages in one request: each is counted.
    for (const _further of Array.isArray(body) ? body.slice(1) : []) {
      await limitKey(deps, caller, response, ['requests']);
    }
    const server = createMcpServer(deps, chosen, { caller, request, response });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.once('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, body);
    return alreadySent;
  }
}

/** The protocol asks it of servers: a page that rebinds a name must not get at one (spec, Transports). */
async function refuseOtherOrigins(
  deps: ApiDeps,
  caller: Caller,
  origin: string | undefined,
): Promise<void> {
  if (origin === undefined || origin === new URL(deps.settings.PUBLIC_URL).origin) return;
  const { allowed_origins: allowed = [] } = await callerSettings(deps, caller);
  if (!allowed.includes(origin)) throw new VerifaError('origin_not_allowed');
}

function bearer(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
}

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { recordAudit } from '../../../shared/audit/record-audit';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import { whenceOf } from '../http/whence';
import { noteRead } from '../http/note-read';
import type { ApiDeps } from '../deps';
import { asVerifaError, errorBody } from '../http/error-answer';
import { createOnce } from '../http/once';
import { limitKey } from '../http/rate-limit';
import { parsePart } from '../http/parse';
import { requireStorable } from '../http/storable-text';
import { reason } from './tool-input';
import type { Context, Tool } from './tool';

const serverInfo = { name: 'verifa', version: '1.0.0' };

/** A server for one request: nothing is kept between two, so any API process answers either. */
export function createMcpServer(
  deps: ApiDeps,
  tools: readonly Tool[],
  request: Omit<Context, 'operationId' | 'once' | 'noteRead'>,
): McpServer {
  const { requestId } = request.response.locals;
  let calls = 0;
  const mcp = new McpServer(serverInfo, { capabilities: { tools: {} } });
  // Below the SDK's own tool registry: it answers a refused input in prose that repeats the values.
  const { server } = mcp;
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, description, inputSchema, kind }) => ({
      name,
      description,
      inputSchema: { ...inputSchema, type: 'object' as const },
      annotations: { readOnlyHint: kind === 'read', destructiveHint: kind === 'destructive' },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    calls += 1;
    const operationId = `${requestId}/${String(calls)}`;
    const { caller } = request;
    const once = createOnce(deps, { caller, operationId, isKeyed: false });
    const context: Context = {
      ...request,
      operationId,
      once,
      noteRead: (route, { params, query }) => noteRead(deps, route, { ...request, params, query }),
    };
    try {
      const tool = tools.find((one) => one.name === params.name);
      if (tool === undefined)
        throw new VerifaError('not_found', { detail: 'There is no such tool.' });
      return content(await callTool(deps, tool, context, params.arguments ?? {}), false);
    } catch (thrown) {
      return content(errorBody(refusal(deps, thrown, requestId), requestId), true);
    }
  });
  return mcp;
}

/** Counted and checked as a request is. A destructive call stands in the audit log with its reason before anything happens. */
async function callTool(
  deps: ApiDeps,
  tool: Tool,
  context: Context,
  given: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  if (tool.counts !== undefined) {
    await limitKey(deps, context.caller, context.response, [tool.counts]);
  }
  requireStorable(given);
  if (tool.kind === 'destructive') {
    const code = parsePart(reason, given['reason'], 'reason');
    await recordAudit(deps.db, {
      organizationId: context.caller.organizationId,
      environment: context.caller.environment,
      actorKind: 'api_key',
      actorId: context.caller.keyId,
      action: `mcp.${tool.name}`,
      resourceId: targetOf(given),
      requestId: context.response.locals.requestId,
      whence: whenceOf({
        clientAddress: context.response.locals.clientAddress,
        request: context.request,
      }),
      detail: { reason: code },
      at: deps.clock(),
    });
  }
  return tool.call(context, given);
}

/** An id or nothing: whatever else a model wrote there is kept out of the log. */
function targetOf(given: Readonly<Record<string, unknown>>): string | null {
  const target = z.string().safeParse(given['session_id'] ?? given['case_id']).data ?? '';
  return isId('session', target) || isId('case', target) ? target : null;
}

/** The same errors as over REST. */
function refusal(deps: ApiDeps, thrown: unknown, requestId: string): VerifaError {
  const error = asVerifaError(thrown);
  if (error.status >= 500) {
    deps.log.error({ request_id: requestId, error: error.code }, 'a tool call failed');
  }
  return error;
}

function content(body: unknown, isError: boolean): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(body) }], isError };
}

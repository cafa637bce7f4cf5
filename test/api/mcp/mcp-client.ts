import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { z } from 'zod';

export interface ToolAnswer {
  readonly isError: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The SDK's own client, as an agent's host runs it. */
export interface McpCaller {
  readonly tools: () => Promise<readonly string[]>;
  readonly client: Client;
  readonly call: (name: string, given?: Record<string, unknown>) => Promise<ToolAnswer>;
}

const result = z.object({
  isError: z.boolean().default(false),
  content: z.tuple([z.object({ type: z.literal('text'), text: z.string() })]),
});

export async function connectMcp(url: string, key: string, query = ''): Promise<McpCaller> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp${query}`), {
    requestInit: { headers: { Authorization: `Bearer ${key}` } },
  });
  await client.connect(transport);
  return {
    client,
    tools: async () => (await client.listTools()).tools.map((tool) => tool.name).sort(),
    async call(name, given = {}) {
      const { isError, content } = result.parse(await client.callTool({ name, arguments: given }));
      const body = z.record(z.string(), z.unknown()).parse(JSON.parse(content[0].text));
      return { isError, body };
    },
  };
}

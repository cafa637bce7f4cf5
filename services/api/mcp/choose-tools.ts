import { z } from 'zod';
import { toolsets, type Tool } from './tool';

/** `?toolsets=sessions,cases,destructive&read_only=true`: what of the tools this connection is offered. */
export const mcpQuery = z.object({
  toolsets: z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum([...toolsets, 'destructive'])))
    .optional(),
  read_only: z.enum(['true', 'false']).default('false'),
});
export type McpQuery = z.output<typeof mcpQuery>;

/** Without a wish: everything that is not destructive. `destructive` alone adds to all sets. */
export function chooseTools(tools: readonly Tool[], query: McpQuery): readonly Tool[] {
  const named: readonly string[] = query.toolsets ?? [];
  const wantsDestructive = named.includes('destructive');
  const sets = named.filter((name) => name !== 'destructive');
  return tools.filter((tool) => {
    if (query.read_only === 'true' && tool.kind !== 'read') return false;
    if (tool.kind === 'destructive' && !wantsDestructive) return false;
    return tool.toolset === 'always' || sets.length === 0 || sets.includes(tool.toolset);
  });
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { builtService } from '../processes/built-service';
import { freePort } from '../stack/free-port';
import { startLocalStack, type LocalStackProcess } from './local-stack-process';

const factsSchema = z.object({
  api_url: z.string(),
  live_key: z.string(),
  sandbox_key: z.string(),
});

/** A folder and ports that one stack after the other runs in. */
export interface LocalStackStage {
  readonly build: string;
  readonly folder: string;
  readonly ports: Readonly<Record<string, string>>;
  /** The stack's own Postgres. */
  readonly databaseUrl: string;
  start(): LocalStackProcess;
  facts(): Promise<z.infer<typeof factsSchema>>;
  /** Also stops what a test that failed left running. */
  clear(): Promise<void>;
}

export async function setLocalStackStage(): Promise<LocalStackStage> {
  const build = await builtService();
  const folder = await mkdtemp(join(tmpdir(), 'verifa-stack-'));
  const names = ['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'POSTGRES_PORT'];
  const ports: Record<string, string> = {};
  for (const name of names) ports[name] = String(await freePort());
  const started: LocalStackProcess[] = [];
  return {
    build,
    folder,
    ports,
    databaseUrl: `postgres://verifa:verifa@127.0.0.1:${ports['POSTGRES_PORT'] ?? ''}/postgres`,
    start() {
      const stack = startLocalStack(build, folder, ports);
      started.push(stack);
      return stack;
    },
    facts: async () =>
      factsSchema.parse(JSON.parse(await readFile(join(folder, '.verifa/local.json'), 'utf8'))),
    async clear() {
      for (const stack of started) await stack.stop('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseSettings } from '../../shared/config/settings';
import { connectDatabase } from '../../shared/database/connect';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { Command } from './command';
import type { Program } from './program';

const settingsSchema = z.object({ DATABASE_URL: z.string().min(1) });

/** A command over the records as a program: `--name value` pairs in, its result as JSON out. */
export function onRecords({ usage, run }: Command): Program {
  return {
    usage,
    run: async ({ args, environment, report, clock }) => {
      const { DATABASE_URL: url } = parseSettings(settingsSchema, environment);
      const db = connectDatabase({ url, maxConnections: 1 });
      try {
        report(JSON.stringify(await run({ db, clock }, optionsOf(args)), null, 2));
      } finally {
        await db.destroy();
      }
    },
  };
}

/** `--name value` pairs; which of them there are is the command's matter. */
function optionsOf(args: readonly string[]): Record<string, string> {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true });
  const options: Record<string, string> = {};
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'option') {
      const next = tokens[index + 1];
      const value = token.value ?? (next?.kind === 'positional' ? next.value : undefined);
      if (value === undefined) {
        throw new VerifaError('config_invalid', { detail: `--${token.name}: a value is missing` });
      }
      options[token.name] = value;
    }
  }
  return options;
}

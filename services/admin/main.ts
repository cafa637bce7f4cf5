import { parseArgs } from 'node:util';
import { z } from 'zod';
import { connectDatabase } from '../../shared/database/connect';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { parseSettings } from '../../shared/config/settings';
import { runMain } from '../../shared/process/run-main';
import type { Command } from './command';
import { createKey } from './create-key';
import { createOrganization } from './create-organization';
import { createUser } from './create-user';
import { createRotateMasterKey } from './rotate-master-key';
import { setPlan } from './set-plan';

const settingsSchema = z.object({ DATABASE_URL: z.string().min(1) });

function commandsBy(masterKeysFile: string | undefined): Readonly<Record<string, Command>> {
  return {
    'create-organization': createOrganization,
    'create-key': createKey,
    'create-user': createUser,
    'set-plan': setPlan,
    'rotate-master-key': createRotateMasterKey({
      masterKeysFile,
      onBatch: (table, rows) => void process.stderr.write(`${table}: ${String(rows)} rewrapped\n`),
    }),
  };
}

/** `npm run admin -- <command> --option value`: organisations, their plans, keys, people, master keys. */
async function main(): Promise<void> {
  const commands = commandsBy(process.env['MASTER_KEYS_FILE']);
  const [name = '', ...rest] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const lines = Object.values(commands).map(({ usage }) => `  npm run admin -- ${usage}`);
    throw new VerifaError('config_invalid', { detail: `Commands:\n${lines.join('\n')}` });
  }
  const settings = parseSettings(settingsSchema, process.env);
  const db = connectDatabase({ url: settings.DATABASE_URL, maxConnections: 1 });
  try {
    const told = await command.run({ db, clock: () => new Date() }, optionsOf(rest));
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  } finally {
    await db.destroy();
  }
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

runMain('The command', main);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { connectDatabase } from '../../../shared/database/connect';
import { knownMigrations } from '../../../shared/database/migrate';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { runMain } from '../../../shared/process/run-main';
import { startEmptyPostgres } from '../../stack/empty-postgres';
import { releasesFolder, statementEnd } from '../../releases/release-fixture';
import { chooseStatements } from './choose-statements';
import { recordSchema } from './record-schema';

/** What sends most of what the service can say; more of it makes the fixture more complete, and takes longer. */
const defaultSuites = [
  'test/api',
  'test/workflow',
  'test/webhooks',
  'test/admin',
  'test/whole-way',
];

/**
 * `npm run release:fixture -- 0.2.0 [--collected <folder>] [test/… …]`: runs tests that record, and writes what the
 * releases behind this one are held to. With `--collected` the statements of an earlier run are taken.
 */
async function main(): Promise<void> {
  const { version, collected, suites } = optionsOf(process.argv.slice(2));
  const { version: ours } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile('package.json', 'utf8')));
  if (version !== ours) throw wrong(`package.json says ${ours}: a fixture is of this release`);
  const target = resolve(releasesFolder, version);
  await mkdir(target, { recursive: true });
  const folder = collected ?? (await mkdtemp(join(tmpdir(), 'verifa-statements-')));
  const histories = join(target, 'histories');
  await rm(histories, { recursive: true, force: true });
  await recordHistories(histories);
  if (collected === undefined) await runTests(suites, { VERIFA_RECORD_STATEMENTS: folder });
  await writeSchemaAndStatements(target, folder, version);
}

function optionsOf(args: readonly string[]): {
  readonly version: string;
  readonly collected: string | undefined;
  readonly suites: readonly string[];
} {
  const at = args.indexOf('--collected');
  const rest = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  const [version, ...suites] = rest;
  if (version === undefined) throw wrong('which release? npm run release:fixture -- 0.2.0');
  return {
    version,
    collected: at < 0 ? undefined : args[at + 1],
    suites: suites.length > 0 ? suites : defaultSuites,
  };
}

function recordHistories(folder: string): Promise<void> {
  return runTests(['test/workflow/roads.test.ts'], { VERIFA_RECORD_HISTORIES: folder });
}

/** Fails only where no test could run: one that fails in between has still said what it says. */
async function runTests(
  suites: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn('npx', ['jest', ...suites], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  await once(child, 'exit');
}

async function writeSchemaAndStatements(
  target: string,
  collected: string,
  version: string,
): Promise<void> {
  const postgres = await startEmptyPostgres();
  const db = connectDatabase({ url: postgres.url, maxConnections: 1 });
  try {
    const schema = await recordSchema(postgres.url);
    const { statements, refused } = await chooseStatements(collected, db);
    const newestMigration = [...knownMigrations].sort().at(-1);
    const lines = statements.map((one) => JSON.stringify(one));
    await writeFile(
      join(target, 'release.json'),
      `${JSON.stringify({ version, newestMigration }, null, 2)}\n`,
    );
    await writeFile(join(target, 'schema.sql'), schema.map((one) => one + statementEnd).join(''));
    await writeFile(join(target, 'statements.json'), `[\n${lines.join(',\n')}\n]\n`);
    process.stdout.write(
      `${target}: ${String(schema.length)} statements of the schema, ` +
        `${String(statements.length)} that the service sends ` +
        `(${String(refused.length)} of tests' own tables left out)\n`,
    );
  } finally {
    await db.destroy();
    await postgres.stop();
  }
}

function wrong(detail: string): VerifaError {
  return new VerifaError('config_invalid', { detail });
}

runMain('The fixture', main);

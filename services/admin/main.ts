import { z } from 'zod';
import { processEnvironment } from '../../shared/config/process-environment';
import { parseSettings } from '../../shared/config/settings';
import {
  masterKeysSettings,
  openMasterKeys,
  type MasterKeys,
} from '../../shared/crypto/master-keys';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { runMain } from '../../shared/process/run-main';
import { createKey } from './create-key';
import { makeKeyring } from './create-keyring';
import { createOrganization } from './create-organization';
import { createCreateUser } from './create-user';
import { explain } from './explain';
import { fetchModels } from './fetch-models';
import { loadWatchlistFile } from './load-watchlist';
import { migrate } from './migrate';
import { onRecords } from './on-records';
import { prepareTemporal } from './prepare-temporal';
import type { Program } from './program';
import { createPurge } from './purge';
import { replay } from './replay';
import { reapply } from './reapply-erasures';
import { createRotateMasterKey } from './rotate-master-key';
import { setPlan } from './set-plan';
import { temporalViews } from './temporal-views';
import { mailBy } from './setup-mail';
import { writeDocuments } from './write-documents';

function programsBy(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, Program>> {
  const masterKeys = (): MasterKeys =>
    openMasterKeys(parseSettings(z.object(masterKeysSettings), environment));
  return {
    migrate,
    'create-organization': onRecords(createOrganization),
    'create-key': onRecords(createKey),
    'create-user': onRecords(
      createCreateUser({
        publicUrl: environment['PUBLIC_URL']?.replace(/\/+$/, ''),
        sendMail: mailBy(environment),
      }),
    ),
    'set-plan': onRecords(setPlan),
    'create-keyring': makeKeyring,
    'rotate-master-key': onRecords(
      createRotateMasterKey({
        masterKeys,
        onBatch: (table, rows) =>
          void process.stderr.write(`${table}: ${String(rows)} rewrapped\n`),
      }),
    ),
    purge: onRecords(
      createPurge({
        masterKeys,
        onBatch: (what, rows) => void process.stderr.write(`${what}: ${String(rows)} deleted\n`),
      }),
    ),
    replay,
    'reapply-erasures': reapply,
    explain,
    'load-watchlist': loadWatchlistFile,
    'fetch-models': fetchModels,
    'prepare-temporal': prepareTemporal,
    'temporal-views': temporalViews,
    'write-documents': writeDocuments,
  };
}

/** `npm run admin -- <command> …`: everything an operator does beside the two processes that run for ever. */
async function main(): Promise<void> {
  const environment = processEnvironment(process.env);
  const programs = programsBy(environment);
  const [name = '', ...args] = process.argv.slice(2);
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (program === undefined) {
    const lines = Object.values(programs).map(({ usage }) => `  npm run admin -- ${usage}`);
    throw new VerifaError('config_invalid', { detail: `Commands:\n${lines.join('\n')}` });
  }
  await program.run({
    args,
    environment,
    report: (line) => void process.stdout.write(`${line}\n`),
    clock: () => new Date(),
  });
}

runMain('The command', main);

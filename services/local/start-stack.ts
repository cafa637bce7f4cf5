import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir, networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ensureEngineModels } from '../../shared/downloads/engine-models';
import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { fromBase32, totpCode } from '../../shared/auth/totp';
import { ensureKeyringFile } from '../../shared/crypto/keyring-file';
import { connectDatabase } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import { endOrphans, startChild, type Child, type ChildPlan } from './process/children';
import { objectStoreChoice, type ObjectStoreChoice } from './object-store-choice';
import { ensureFirstPeople, peopleSchema, type FirstPeople } from './first-people';
import type { LocalOptions } from './options';
import { requireFreePorts } from './ports';
import { postgresDataFolder, rootStateFolder } from './postgres/data-folder';
import { startPostgres } from './postgres/start-postgres';
import { demoPictures } from './specimen/demo-pictures';
import { openLan, type Lan } from './lan/open-lan';
import { startTlsFront } from './lan/tls-front';
import { apiPlan, inherited, minioPlan, temporalPlan, workerPlan } from './service-plans';
import { prepareLocalNamespace } from './prepare-local-namespace';
import { createLocalSession } from './start-page/local-session';
import { specimenFiles } from './start-page/specimen-files';
import { startStartPage } from './start-page/start-page-server';
import { chooseLists, type LocalLists } from './watchlist/made-up-list';
import { openStateFolder, readJson, type StateFolder } from './process/state-folder';

/** `.verifa/local.json`: what scripts need to know of a running stack. */
export const localFactsSchema = z.object({
  api_url: z.string(),
  /** As links say it: with `--lan` another than `api_url`, which is this machine's own. */
  public_url: z.string(),
  start_page_url: z.string(),
  temporal_address: z.string(),
  temporal_ui_url: z.string(),
  sandbox_key: z.string(),
  live_key: z.string(),
  /** People of the first organisation who can sign in to the console. */
  people: peopleSchema,
  /** For `npm run admin`. */
  database_url: z.string(),
  object_store: z.string(),
  sanctions_lists: z.enum(['made up', 'own']),
});
export type LocalFacts = z.infer<typeof localFactsSchema>;

export interface Stack {
  readonly facts: LocalFacts;
  readonly cacheDir: string;
  /** Null without `--lan`. */
  readonly lan: Lan | null;
  stop(): Promise<void>;
}

export interface StackDeps {
  readonly options: LocalOptions;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly report: (line: string) => void;
}

/** Finds, starts and waits for every part, in the order in which they need each other. */
export async function startStack(deps: StackDeps): Promise<Stack> {
  const { report } = deps;
  const folder = await openStateFolder(resolve('.verifa'));
  const started: Pick<Child, 'name' | 'stop'>[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0).reverse()) {
      await part.stop();
      report(`${part.name} stopped`);
    }
    await folder.release();
  };
  try {
    return { ...(await startParts(deps, folder, started)), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function startParts(
  { options, environment, report }: StackDeps,
  folder: StateFolder,
  started: Pick<Child, 'name' | 'stop'>[],
): Promise<Omit<Stack, 'stop'>> {
  const ports = options.environment;
  const step = steps(report);
  await endOrphans(folder, report);
  const store = await objectStoreChoice(folder, options);
  await requireFreePorts({
    'the API': { port: ports.PORT, variable: 'PORT' },
    Temporal: { port: ports.TEMPORAL_PORT, variable: 'TEMPORAL_PORT' },
    "Temporal's UI": { port: ports.TEMPORAL_UI_PORT, variable: 'TEMPORAL_UI_PORT' },
    ...(store.kind === 'minio'
      ? { MinIO: { port: ports.MINIO_PORT, variable: 'MINIO_PORT' } }
      : {}),
  });
  const cacheDir = ports.VERIFA_CACHE_DIR ?? join(homedir(), '.cache', 'verifa');
  const artifacts = { cacheDir, report, environment };
  const base = inherited(environment);
  const temporalAddress = `127.0.0.1:${String(ports.TEMPORAL_PORT)}`;
  const child = async (plan: ChildPlan): Promise<void> => {
    started.push(await step(plan.name, () => startChild(folder, plan, report)));
  };

  const cli = await ensureArtifact('temporal-cli', artifacts);
  await ensureEngineModels(artifacts);
  const postgres = await step('postgres', async () =>
    startPostgres({
      dataDir: await postgresDataFolder(folder.path),
      port: ports.POSTGRES_PORT,
      reachableRoot: join(rootStateFolder, 'bin'),
    }),
  );
  started.push({ name: 'postgres', stop: () => postgres.stop() });
  const hasSources = ports.WATCHLIST_SOURCES !== undefined;
  const { lists: screened, ...keys } = await step('schema and keys', () =>
    prepare(folder, postgres.url, hasSources),
  );
  if (screened === 'made up') report('a made-up sanctions list of two names is loaded');
  await child(temporalPlan(cli, folder.file('temporal.db'), ports, base));
  await step('namespace', () => prepareLocalNamespace(temporalAddress));
  const objects = await objectSettings(folder, store, options);
  if (store.kind === 'minio') {
    const minio = await ensureArtifact('minio', artifacts);
    await mkdir(folder.file('minio'), { recursive: true });
    const secrets = {
      accessKey: objects['S3_ACCESS_KEY'] ?? '',
      secretKey: objects['S3_SECRET_KEY'] ?? '',
    };
    await child(minioPlan(minio, folder.file('minio'), ports, secrets, base));
  }

  const dist = resolve(__dirname, '../..');
  const apiUrl = `http://127.0.0.1:${String(ports.PORT)}`;
  const lan = options.lan
    ? await openLan({
        folder,
        interfaces: networkInterfaces(),
        chosen: ports.LAN_ADDRESS,
        report,
      })
    : null;
  const publicUrl = lan === null ? apiUrl : `https://${lan.address}:${String(ports.PORT)}`;
  const temporalUiUrl = `http://127.0.0.1:${String(ports.TEMPORAL_UI_PORT)}`;
  const specimen = specimenFiles(folder, () => demoPictures(artifacts));
  const startPage = await startStartPage({
    facts: {
      apiUrl,
      temporalUiUrl,
      lanUrl: lan === null ? null : publicUrl,
      stateFolder: folder.path,
    },
    specimen,
    begin: async (environment) => {
      const key = environment === 'live' ? keys.live_key : keys.sandbox_key;
      return (await createLocalSession(apiUrl, key)).capture_url;
    },
    code: () => totpCode(fromBase32(keys.people.admin.totp_secret), new Date()),
  });
  started.push(startPage);
  const settings = {
    ...base,
    ...objects,
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: temporalAddress,
    MASTER_KEYS_FILE: folder.file('master-keys.json'),
    VERIFA_CACHE_DIR: cacheDir,
    ALLOW_PRIVATE_WEBHOOKS: '1',
  };
  const bundle = { WORKFLOW_BUNDLE: join(dist, 'workflow-bundle.js') };
  // Mail that a real server would send lies in a folder, to be looked at.
  const mail = {
    MAIL_URL: pathToFileURL(folder.file('mail')).href,
    MAIL_FROM: 'Verifa <verify@localhost>',
    PUBLIC_URL: publicUrl,
    ...given(ports, ['MAIL_URL', 'MAIL_FROM']),
  };
  const sources = given(ports, ['WATCHLIST_SOURCES']);
  await child(workerPlan(dist, { ...settings, ...bundle, ...mail, ...sources }));
  const lists = given(ports, ['TOR_EXIT_LIST', 'DATACENTER_RANGES']);
  // Nobody stands before it who would have to hear of its end.
  const address = {
    PORT: String(ports.PORT),
    PUBLIC_URL: publicUrl,
    START_PAGE_URL: startPage.url,
    TEMPORAL_UI_URL: temporalUiUrl,
    SHUTDOWN_DELAY_SECONDS: '0',
    // What stands before it is ours, and says who asks.
    ...(lan === null ? {} : { TRUSTED_PROXIES: '127.0.0.1/32' }),
  };
  await child(apiPlan(dist, ports, { ...settings, ...lists, ...address }));

  if (lan !== null) {
    started.push(
      await startTlsFront({
        ...lan,
        port: ports.PORT,
        apiPort: ports.PORT,
      }),
    );
  }

  const facts: LocalFacts = {
    api_url: apiUrl,
    public_url: publicUrl,
    start_page_url: startPage.url,
    temporal_address: settings.TEMPORAL_ADDRESS,
    temporal_ui_url: temporalUiUrl,
    ...keys,
    sanctions_lists: screened,
    database_url: postgres.url,
    object_store: store.kind === 'files' ? folder.file('objects') : (objects['S3_ENDPOINT'] ?? ''),
  };
  await writeFile(folder.file('local.json'), `${JSON.stringify(facts, null, 2)}\n`, {
    mode: 0o600,
  });
  return { facts, cacheDir, lan };
}

type Environment = LocalOptions['environment'];

/** Those of the named variables that are set. */
function given(
  environment: Environment,
  names: readonly (
    'WATCHLIST_SOURCES' | 'TOR_EXIT_LIST' | 'DATACENTER_RANGES' | 'MAIL_URL' | 'MAIL_FROM'
  )[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const keysSchema = localFactsSchema.pick({ live_key: true, sandbox_key: true });
type Prepared = z.infer<typeof keysSchema> & {
  readonly lists: LocalLists;
  readonly people: FirstPeople;
};

/** The schema, lists to screen against, and on the first start the master key, an organisation and its keys. */
async function prepare(folder: StateFolder, url: string, hasSources: boolean): Promise<Prepared> {
  await ensureKeyringFile(folder.file('master-keys.json'));
  const db = connectDatabase({ url, maxConnections: 1 });
  try {
    await migrateToLatest(db);
    const lists = await chooseLists(db, hasSources);
    const known = await readJson(folder.file('first-keys.json'), keysSchema);
    if (known !== undefined) {
      return { ...known, lists, people: await ensureFirstPeople(folder, db) };
    }
    const first = await bootstrapOrganization(db, () => new Date());
    const keys = { live_key: first.liveKey, sandbox_key: first.sandboxKey };
    await writeFile(folder.file('first-keys.json'), JSON.stringify(keys), { mode: 0o600 });
    return { ...keys, lists, people: await ensureFirstPeople(folder, db) };
  } finally {
    await db.destroy();
  }
}

const minioKeysSchema = z.object({ S3_ACCESS_KEY: z.string(), S3_SECRET_KEY: z.string() });

async function objectSettings(
  folder: StateFolder,
  store: ObjectStoreChoice,
  { environment }: LocalOptions,
): Promise<Record<string, string>> {
  switch (store.kind) {
    case 'files':
      return { OBJECT_DIR: folder.file('objects') };
    case 's3':
      return {
        S3_ENDPOINT: store.endpoint,
        S3_ACCESS_KEY: environment.S3_ACCESS_KEY ?? '',
        S3_SECRET_KEY: environment.S3_SECRET_KEY ?? '',
      };
    case 'minio': {
      const file = folder.file('minio-keys.json');
      const known = await readJson(file, minioKeysSchema);
      const keys = known ?? {
        S3_ACCESS_KEY: 'verifa',
        S3_SECRET_KEY: randomBytes(24).toString('base64url'),
      };
      if (known === undefined) await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
      return { S3_ENDPOINT: `http://127.0.0.1:${String(environment.MINIO_PORT)}`, ...keys };
    }
  }
}

/** Tells each step and how long it took. */
function steps(report: (line: string) => void) {
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const startedAt = Date.now();
    const result = await work();
    report(`${name} ready in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return result;
  };
}

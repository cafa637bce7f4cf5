import { z } from 'zod';
import { masterKeysSettings } from '../crypto/master-keys';
import { userRoles, type UserRole } from '../domain/auth/roles';
import { VerifaError } from '../domain/errors/verifa-error';
import { workerQueues, workerQueuesOf } from '../temporal/worker-queues';
import { watchlistLocations } from '../watchlists/watchlist-location';
import { failuresPerAddress } from '../domain/limits/plan';
import { isLoopback, refuseKnownPasswords } from './known-passwords';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const role = z.enum(userRoles);

/** `kyc=reviewer,kyc-leads=senior` */
function roleMapOf(text: string, context: z.RefinementCtx): ReadonlyMap<string, UserRole> {
  const pairs = text.split(',').flatMap((pair) => {
    if (pair.trim() === '') return [];
    const at = pair.lastIndexOf('=');
    const parsed = role.safeParse(pair.slice(at + 1).trim());
    const value = pair.slice(0, at).trim();
    if (at > 0 && value !== '' && parsed.success) return [[value, parsed.data] as const];
    context.addIssue({ code: 'custom', message: `is value=role, with ${userRoles.join(', ')}` });
    return [];
  });
  return new Map(pairs);
}
const port = z.coerce.number().int().min(0).max(65_535);

/** Where documents and the erasure journal lie. */
export const objectStoreSettings = {
  /** With S3_ENDPOINT documents go to MinIO or S3, else to files under OBJECT_DIR. */
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_BUCKET: z.string().min(3).default('verifa-documents'),
  S3_REGION: z.string().default('us-east-1'),
  OBJECT_DIR: z.string().optional(),
  /**
   * A bucket of its own for the erasure journal, made with object lock (`deploy/BACKUP.md`). Default: in S3_BUCKET
   * under `erasure-journal/`. Not to be changed later without copying what is in it.
   */
  ERASURE_JOURNAL_BUCKET: z.string().min(3).optional(),
  /**
   * How long backups of the database are kept: erasure records name it, and the journal's bucket is locked for so
   * long. Default: it is not known.
   */
  BACKUP_RETENTION_DAYS: z.coerce.number().int().min(0).optional(),
};

/** What every process needs: records, Temporal, objects, keys. */
const common = {
  DATABASE_URL: z.string().min(1),
  /**
   * The most connections of this process to Postgres, beside one or two that listen (`deploy/SCALING.md`). More lets
   * more statements run at once, until Postgres has no core left for them; fewer makes them wait. Leave it unless
   * `verifa_pg_pool_waiting` shows a queue, or the sum over all processes nears `max_connections`.
   */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(5).max(1_000).default(20),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  ...objectStoreSettings,
  ...masterKeysSettings,
  /** Where models are kept (`shared/artifacts`). */
  VERIFA_CACHE_DIR: z.string().min(1),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** A collector of traces, by OTLP over HTTP: `http://collector:4318` (`deploy/TRACING.md`). Default: none are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** The share of traces that are kept, of those that no caller has decided on. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /**
   * Health of the parts, probes and metrics (`deploy/MONITORING.md`), to whoever asks: it knows no keys. 0 = off. Each
   * process of a machine needs a port of its own.
   */
  ADMIN_PORT: port.default(0),
  /** In a container or a pod, 0.0.0.0 lets its network scrape it: keep that network the operators'. */
  ADMIN_HOST: z.string().default('127.0.0.1'),
  /**
   * Where the pages of `deploy/` are published, for the links to runbooks in Temporal's UI. Default: they are
   * named by their path.
   */
  RUNBOOK_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Development only: receivers of webhooks may be on loopback and private addresses, over http. */
  ALLOW_PRIVATE_WEBHOOKS: flag,
};

const apiSettings = z.object({
  ...common,
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  /** After SIGTERM: so long /readyz says 503 while requests are still taken. Then the running ones are finished. */
  SHUTDOWN_DELAY_SECONDS: z.coerce.number().min(0).max(60).default(3),
  /** The public origin in capture links and signed URLs. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /**
   * Development only: the console's cookie without `Secure` and `__Host-`, for browsers that keep no such cookie of
   * http://127.0.0.1. Refused unless PUBLIC_URL is of this very machine.
   */
  CONSOLE_INSECURE_COOKIE: flag,
  /** Also reviewers and auditors sign in to the console with a second factor; seniors and admins always do. */
  CONSOLE_TOTP_FOR_ALL: flag,
  /** People sign in at an OpenID provider (`deploy/CONSOLE.md`). */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z.string().min(1).default('openid profile email'),
  OIDC_ROLE_CLAIM: z.string().min(1).optional(),
  /** `value=role`, apart by commas. */
  OIDC_ROLE_MAP: z.string().default('').transform(roleMapOf),
  OIDC_CREATE_USERS: flag,
  OIDC_ORGANIZATION: z.string().startsWith('org_').optional(),
  /** Nobody signs in to the console with a password. */
  OIDC_ONLY: flag,
  /** Of Temporal's own pages, for links from the console to a session's history; without it there are none. */
  TEMPORAL_UI_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** Of `npm start`: where a browser on the same machine is led from `GET /`. */
  START_PAGE_URL: z.url().optional(),
  /**
   * What the bodies of running requests may hold in memory: of one link or key (a liveness set has 33 MB),
   * and of the process. Beyond it 503 with Retry-After. Working on them takes about three times as much.
   */
  BODY_MB_PER_CALLER: z.coerce.number().int().min(34).default(40),
  BODY_MB_PER_PROCESS: z.coerce.number().int().min(34).default(128),
  /** Wrong keys, signatures and stream tokens from one address a minute; beyond it 429. For load tests only. */
  FAILURES_PER_ADDRESS: z.coerce.number().int().min(1).default(failuresPerAddress),
  /** Files of addresses and CIDRs, one a line (`deploy/RISK.md`). Without one its signal is not evaluated. */
  TOR_EXIT_LIST: z.string().optional(),
  DATACENTER_RANGES: z.string().optional(),
  /** CIDRs of proxies whose X-Forwarded-For is believed. Default: none. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
});

function isOwnMachine(url: string): boolean {
  return isLoopback(new URL(url).hostname);
}

export const apiSettingsSchema = apiSettings
  .superRefine(refuseKnownPasswords)
  .refine(
    ({ CONSOLE_INSECURE_COOKIE: insecure, PUBLIC_URL: url }) => !insecure || isOwnMachine(url),
    { path: ['CONSOLE_INSECURE_COOKIE'], message: 'is for a PUBLIC_URL of this machine only' },
  )
  .refine(
    ({ OIDC_ISSUER: url }) => url === undefined || url.startsWith('https:') || isOwnMachine(url),
    {
      path: ['OIDC_ISSUER'],
      message: 'has to be https',
    },
  )
  .refine(
    ({ OIDC_ISSUER: url, OIDC_CLIENT_ID: id }) => (url === undefined) === (id === undefined),
    {
      path: ['OIDC_CLIENT_ID'],
      message: 'and OIDC_ISSUER need each other',
    },
  )
  .refine(({ OIDC_ONLY: only, OIDC_ISSUER: url }) => !only || url !== undefined, {
    path: ['OIDC_ONLY'],
    message: 'needs OIDC_ISSUER',
  })
  .refine(
    ({ OIDC_CREATE_USERS: creates, OIDC_ROLE_CLAIM: claim, OIDC_ORGANIZATION: organization }) =>
      !creates || (claim !== undefined && organization !== undefined),
    { path: ['OIDC_CREATE_USERS'], message: 'needs OIDC_ROLE_CLAIM and OIDC_ORGANIZATION' },
  );
export type ApiSettings = z.infer<typeof apiSettingsSchema>;

export const workerSettingsSchema = z
  .object({
    ...common,
    /** Invitations by e-mail: `smtp(s)://user:password@host`. Default: none, and they wait. */
    MAIL_URL: z.url({ protocol: /^(smtps?|file)$/ }).optional(),
    /** `Name <address>`; needed with MAIL_URL. */
    MAIL_FROM: z.string().includes('@').optional(),
    /** As the API's; needed with MAIL_URL. */
    PUBLIC_URL: z
      .url()
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    /** A bundle built ahead (`npm run build`); without it the worker bundles at start. */
    WORKFLOW_BUNDLE: z.string().optional(),
    /**
     * Which build this worker is (`deploy/UPGRADING.md`): an image's tag, another one for each image. With it
     * Temporal gives the worker work only once an operator has made its build current, and lets what is pinned end
     * on the build that it began with. Default: none, and workers of all releases share all work.
     */
    WORKER_BUILD_ID: z
      .string()
      .regex(/^[\w.-]{1,100}$/)
      .optional(),
    /** What all builds have in common, whichever queues they work on. Do not change it: nothing moves from one to another. */
    WORKER_DEPLOYMENT: z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .default('verifa'),
    /**
     * The queues that this process serves, apart by commas (`deploy/SCALING.md`). Default: all. Each queue needs a
     * process somewhere that serves it, else its work waits.
     */
    WORKER_QUEUES: z.string().default(workerQueues.join(',')).transform(workerQueuesOf),
    /**
     * Workflows kept in memory between their tasks, of each of the queues sessions and deliveries. One that is not
     * kept is replayed from its history when it goes on. Fewer spares memory and costs CPU and reads of Temporal.
     */
    MAX_CACHED_WORKFLOWS: z.coerce.number().int().min(10).max(100_000).default(500),
    /** Workflow tasks at once, of each of those queues. Leave it: they compute, and more do not go faster. */
    MAX_CONCURRENT_WORKFLOW_TASKS: z.coerce.number().int().min(2).max(1_000).default(40),
    /** Local activities of sessions at once: each writes or reads records, so far more than the pool only wait. */
    MAX_CONCURRENT_LOCAL_ACTIVITIES: z.coerce.number().int().min(2).max(1_000).default(100),
    /** Other activities of sessions at once: sweeps, retention, erasure, mail. */
    MAX_CONCURRENT_SESSION_ACTIVITIES: z.coerce.number().int().min(2).max(1_000).default(100),
    /** Retried deliveries at once; they wait for receivers. Well above the 8 of one endpoint, so that others have room. */
    MAX_CONCURRENT_DELIVERIES: z.coerce.number().int().min(16).max(10_000).default(200),
    /** Threads for checks, and checks at once. Default: the machine's cores. */
    CHECK_PROCESSES: z.coerce.number().int().min(1).optional(),
    /** Scales the webhook retry schedule, for soak tests only. Default 1. */
    WEBHOOK_RETRY_SCALE: z.coerce.number().positive().default(1),
    /** `source=URL or file`, apart by spaces (`deploy/WATCHLISTS.md`). Default: no list is fetched. */
    WATCHLIST_SOURCES: watchlistLocations,
  })
  .superRefine(refuseKnownPasswords)
  .refine(({ MAIL_URL, MAIL_FROM }) => MAIL_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'is needed with MAIL_URL',
  })
  .refine(({ MAIL_URL, PUBLIC_URL }) => MAIL_URL === undefined || PUBLIC_URL !== undefined, {
    path: ['PUBLIC_URL'],
    message: 'is needed with MAIL_URL',
  });
export type WorkerSettings = z.infer<typeof workerSettingsSchema>;

/** Parses a process's environment once, at its start; an error names the variable. */
export function parseSettings<S extends z.ZodType>(schema: S, environment: unknown): z.output<S> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new VerifaError('config_invalid', {
    detail: `${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'is not valid'}`,
  });
}

import { parseArgs } from 'node:util';
import { z } from 'zod';
import { VerifaError } from '../../shared/domain/errors/verifa-error';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

/** Ports and an outside object store come from the environment; what to do from the command line. */
const environmentSchema = z.object({
  PORT: port(3000),
  TEMPORAL_PORT: port(7233),
  TEMPORAL_UI_PORT: port(8233),
  POSTGRES_PORT: port(54_329),
  MINIO_PORT: port(9000),
  /** A MinIO or S3 that runs already. */
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  /** With `--lan`: of this machine, where a phone opens the page. Default: the first private one. */
  LAN_ADDRESS: z.ipv4().optional(),
  VERIFA_CACHE_DIR: z.string().optional(),
  /** Handed on as they are to the processes they are for (`shared/config/settings.ts`). */
  WATCHLIST_SOURCES: z.string().optional(),
  MAIL_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  TOR_EXIT_LIST: z.string().optional(),
  DATACENTER_RANGES: z.string().optional(),
});

export interface LocalOptions {
  readonly environment: z.infer<typeof environmentSchema>;
  readonly minio: boolean;
  readonly demo: boolean;
  /** With `--demo`: keep running afterwards. */
  readonly stay: boolean;
  /** A phone in the same network can open the page, by HTTPS. */
  readonly lan: boolean;
  readonly help: boolean;
}

export const usage = `npm start [-- options]

  --demo    run a session from a made-up passport and selfie to its decision, print it, and stop
  --stay    with --demo: keep running afterwards
  --lan     also listen by HTTPS where a phone in the same network can open the page
  --minio   keep documents in a MinIO that is started here, instead of files
  --help    this text

Ports by environment: PORT 3000, TEMPORAL_PORT 7233, TEMPORAL_UI_PORT 8233, POSTGRES_PORT 54329,
MINIO_PORT 9000. Another address for --lan: LAN_ADDRESS. An object store of your own: S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY.
Lists: WATCHLIST_SOURCES, TOR_EXIT_LIST, DATACENTER_RANGES (deploy/WATCHLISTS.md, deploy/RISK.md).
Mail: MAIL_URL, MAIL_FROM (deploy/README.md); without them it goes to .verifa/mail.`;

export function parseOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LocalOptions {
  const flag = { type: 'boolean', default: false } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { demo: flag, stay: flag, lan: flag, minio: flag, help: flag },
    }));
  } catch (cause) {
    throw new VerifaError('config_invalid', {
      detail: `${cause instanceof Error ? cause.message : 'unknown option'}\n\n${usage}`,
    });
  }
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new VerifaError('config_invalid', {
      detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`,
    });
  }
  return { environment: parsed.data, ...values };
}

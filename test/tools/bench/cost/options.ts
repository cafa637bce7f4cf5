import { parseArgs } from 'node:util';
import { z } from 'zod';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import { isKindName } from './kind';

const schema = z.object({
  rounds: z.coerce.number().int().min(1).default(5),
  /** Counts only: no rounds, no CPU, no idle minute. For whoever works on statements. */
  counts: z.boolean().default(false),
  temporal: z.enum(['dev', 'postgres']).default('dev'),
  statements: z.string().optional(),
  profile: z.string().optional(),
  only: z
    .string()
    .transform((names) => names.split(';'))
    .pipe(z.array(z.string().refine(isKindName)))
    .optional(),
});
export type CostOptions = z.infer<typeof schema>;

export const costUsage = `npm run bench -- cost [options]

  --counts             statements, commits and history only, in a minute
  --rounds=5           of CPU, interleaved
  --temporal=postgres  Temporal's server on a Postgres of its own instead of the development server
  --profile=FOLDER     where API and worker write their CPU profiles when they end
  --only=KIND;KIND     CPU of these of the table's kinds, and nothing else
  --statements=FILE    where the statements of one session are written to, most called first`;

/** @throws VerifaError config_invalid, with the usage */
export function parseCostOptions(args: readonly string[]): CostOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rounds: { type: 'string' },
        counts: { type: 'boolean' },
        temporal: { type: 'string' },
        statements: { type: 'string' },
        profile: { type: 'string' },
        only: { type: 'string' },
      },
    });
    return schema.parse(values);
  } catch (cause) {
    throw new VerifaError('config_invalid', { detail: costUsage, cause });
  }
}

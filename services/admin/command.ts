import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { OrganizationId } from '../../shared/domain/ids';

export interface CommandDeps {
  readonly db: Kysely<Database>;
  readonly clock: () => Date;
}

/** One word after `npm run admin --`, with its options. */
export interface Command {
  /** A line of the usage. */
  readonly usage: string;
  /** Answers with what the operator is told. @throws VerifaError naming the option */
  readonly run: (
    deps: CommandDeps,
    options: Readonly<Record<string, string>>,
  ) => Promise<Readonly<Record<string, string>>>;
}

/** Options parsed into a type; a mistake names its option. */
export function command<S extends z.ZodType>(given: {
  readonly usage: string;
  readonly options: S;
  readonly run: (
    deps: CommandDeps,
    options: z.output<S>,
  ) => Promise<Readonly<Record<string, string>>>;
}): Command {
  return {
    usage: given.usage,
    run: async (deps, options) => {
      const parsed = given.options.safeParse(options);
      if (parsed.success) return given.run(deps, parsed.data);
      const [issue] = parsed.error.issues;
      throw new VerifaError('config_invalid', {
        detail: `--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`,
      });
    },
  };
}

/** The named organisation; without a name the only one there is. */
export async function organizationOf(
  { db }: CommandDeps,
  asked: string | undefined,
): Promise<OrganizationId> {
  const all = await db.selectFrom('organizations').select('id').limit(2).execute();
  const [only, another] = all;
  if (asked === undefined && only !== undefined && another === undefined) return only.id;
  const found =
    asked === undefined
      ? undefined
      : await db
          .selectFrom('organizations')
          .select('id')
          .where((where) => where(where.cast<string>('id', 'text'), '=', asked))
          .executeTakeFirst();
  if (found !== undefined) return found.id;
  throw new VerifaError('config_invalid', {
    detail: '--organization: name one of the organisations (org_…)',
  });
}

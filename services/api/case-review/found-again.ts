import { sql } from 'kysely';
import { z } from 'zod';
import { duplicateKinds } from '../../../shared/domain/checks/duplicate-kind';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import type { ApiDeps } from '../deps';
import { idOf, instant } from '../http/answer-values';
import type { Caller } from '../http/caller';

export const duplicateSession = z
  .strictObject({
    session_id: idOf('session'),
    /** The kinds that both have in common. */
    kinds: z.array(z.enum(duplicateKinds)),
    status: z.enum(sessionStatuses),
    result: z.enum(['approved', 'rejected', 'needs_review']).nullable(),
    created_at: instant,
  })
  .meta({ id: 'DuplicateSession' });

const duplicateEvidence = z.object({
  sessions: z.partialRecord(z.enum(duplicateKinds), z.array(z.string())),
});

/** The sessions that the check of duplicates found, as far as they are still the caller's, newest first. */
export async function duplicatesOf(
  { db }: Pick<ApiDeps, 'db'>,
  { organizationId, environment }: Caller,
  evidence: unknown,
): Promise<z.output<typeof duplicateSession>[]> {
  const found = duplicateEvidence.safeParse(evidence);
  if (!found.success) return [];
  const kindsOf = new Map<string, (typeof duplicateKinds)[number][]>();
  for (const kind of duplicateKinds) {
    for (const id of found.data.sessions[kind] ?? []) {
      kindsOf.set(id, [...(kindsOf.get(id) ?? []), kind]);
    }
  }
  if (kindsOf.size === 0) return [];
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'status', 'result', 'created_at'])
    .where(sql<boolean>`id = ANY(${[...kindsOf.keys()]})`)
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, status, result, created_at }) => ({
    session_id: id,
    kinds: kindsOf.get(id) ?? [],
    status,
    result,
    created_at,
  }));
}

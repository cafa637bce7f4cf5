import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import type { DataRequirements, WorkflowDefinition } from '../domain/graph/definition';
import type { DocumentType } from '../domain/documents/document-types';

/** What this session's version of its workflow asks the person for. */
export async function requirementsOf(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'workflow_id' | 'workflow_version'>,
): Promise<DataRequirements> {
  const { requirements } = await definitionOf(db, session);
  return requirements;
}

/** The version of its workflow that this session goes by. */
export async function definitionOf(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'workflow_id' | 'workflow_version'>,
): Promise<WorkflowDefinition> {
  const { definition } = await db
    .selectFrom('workflow_versions')
    .select('definition')
    .where('workflow_id', '=', session.workflow_id)
    .where('version', '=', session.workflow_version)
    .executeTakeFirstOrThrow();
  return definition;
}

/**
 * These states issue no identity card: a card that calls itself one is something else. The states of the USA
 * and the provinces of Canada issue cards to those who do not drive.
 */
const withoutIdentityCard: ReadonlySet<string> = new Set(['AU', 'DK', 'GB', 'NZ']);

/** Scoped by the workflow, and by the issuing country once it is known. */
export function allowedDocumentTypes(
  { documentTypes, documentTypesByCountry }: DataRequirements,
  country: string | null,
): readonly DocumentType[] {
  const own = country === null ? undefined : documentTypesByCountry?.[country];
  return (own ?? documentTypes).filter(
    (type) => type !== 'national_id' || country === null || !withoutIdentityCard.has(country),
  );
}

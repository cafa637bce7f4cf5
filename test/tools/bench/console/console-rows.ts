import { sql, type Kysely } from 'kysely';
import { keyedHash, ownerKey, type Owner } from '../../../../shared/applicant/keyed-hash';
import type { OrganizationId } from '../../../../shared/domain/ids';
import { seal } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import { connectDatabase } from '../../../../shared/database/connect';
import type { Database } from '../../../../shared/database/schema';
import { asReplica, generatedId, generateRows } from '../../../database/generated-rows';
import type { BenchStack } from '../bench-stack';
import { withoutIndexes } from '../without-indexes';

export const openCases = 10_000;
/** Whom a search for a person finds; 200 sessions of a million have it. */
export const sought = { email: 'often@example.org' } as const;
/** The newest sessions, which the funnel looks at, have a timeline. */
const told = 20_000;

/** Tables are filled side by side. */
const connections = 4;

const tables = [
  'sessions',
  'results',
  'cases',
  'case_marks',
  'identities',
  'audit',
  'webhook_deliveries',
  'list_items',
  'timeline',
  'session_attributes',
];

/** Rows as years leave them, and what the console's analysis and search read besides. */
export async function makeConsoleRows(
  { environment, keyring }: BenchStack,
  organizationId: OrganizationId,
  sessions: number,
): Promise<void> {
  const openOneIn = sessions / openCases;
  const owner = { organization_id: organizationId, environment: 'live' } as const;
  const hash = keyedHash(ownerKey(keyring, owner, 'duplicate-attributes'), 'email', sought.email);
  const db = connectDatabase({ url: environment.DATABASE_URL, maxConnections: connections });
  const id = sql`'ses_' || lpad(to_hex(n), 26, '0')`;
  const caseId = sql`'case_' || lpad(to_hex(n), 26, '0')`;
  const reviewer = sql`'usr_' || lpad((n % 20)::text, 26, '0')`;
  const newest = sql`generate_series(1, ${told}::int) AS n`;
  const attributes = [
    sql`INSERT INTO session_attributes (organization_id, environment, session_id, kind, value_hash,
        created_at)
      SELECT ${organizationId}, 'live', ${id}, 'email',
        CASE WHEN n % 5000 = 7 THEN ${hash}::bytea ELSE sha256(n::text::bytea) END, now()
      FROM generate_series(1, ${sessions}::int) AS n`,
  ];
  const ofNewest = [
    sql`INSERT INTO timeline (organization_id, environment, session_id, sequence, kind, event,
        attempt, actor_kind, detail, at)
      SELECT ${organizationId}, 'live', ${id}, step.nth, step.kind, step.event, 1, 'person',
        step.detail::jsonb, now() - n * interval '1 minute'
      FROM ${newest} CROSS JOIN LATERAL (VALUES ${sql.raw(steps)}) AS step (nth, kind, event, detail)
      WHERE n % 13 > 3 OR step.nth < 5`,
    sql`INSERT INTO audit (id, organization_id, environment, actor_kind, actor_id, action,
        resource_id, request_id, detail, at)
      SELECT 'aud_c' || step.nth || lpad(to_hex(n), 24, '0'), ${organizationId}, 'live', 'reviewer',
        ${reviewer}, step.action, ${caseId}, null, '{}',
        now() - n * interval '1 minute' + step.nth * interval '30 seconds'
      FROM ${newest} CROSS JOIN (VALUES (1, 'case.claimed'), (2, 'case.viewed'), (3, 'case.approved'))
        AS step (nth, action)`,
    sql`INSERT INTO check_runs (id, session_id, attempt, "check", status, reasons, engine,
        engine_version, started_at, duration_ms)
      SELECT 'chk_' || nth || lpad(to_hex(n), 25, '0'), ${id}, 1, name, 'passed', '{}', 'bench', '1',
        now(), 1
      FROM ${newest} CROSS JOIN (VALUES (1, 'document_quality'), (2, 'document_ocr'),
        (3, 'face_match'), (4, 'liveness'), (5, 'age')) AS made (nth, name)`,
  ];
  const changed = [
    sql`UPDATE sessions SET retention_status = 'active'
      WHERE organization_id = ${organizationId} AND right(id, 1) = '7'`,
    sql`UPDATE cases SET decided_by = ${reviewer}, closed_at = created_at + interval '2 minutes'
      FROM ${newest} WHERE cases.id = ${caseId} AND closed_at IS NOT NULL`,
  ];
  try {
    const make = async (): Promise<void> => {
      await Promise.all([
        asReplica(db, [...ofNewest, ...attributes]),
        generateRows(db, { organizationId, sessions, openOneIn, lanes: connections - 1 }),
      ]);
      await asReplica(db, changed);
    };
    await withoutIndexes(db, tables, make, connections);
    await sealNewestItems(db, keyring, owner);
  } finally {
    await db.destroy();
  }
}

/** The values of a list's first page are opened for whoever reads it. */
async function sealNewestItems(
  db: Kysely<Database>,
  keyring: BenchStack['keyring'],
  owner: Owner,
): Promise<void> {
  const key = ownerKey(keyring, owner, 'list-items');
  const newest = await db
    .selectFrom('list_items')
    .select('id')
    .where(sql.ref('list_id'), '=', aList)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
  for (const { id } of newest) {
    const value = seal(key, sealContext.listItem(id), Buffer.from(`${id}@example.org`));
    await db.updateTable('list_items').set({ value_sealed: value }).where('id', '=', id).execute();
  }
}

/** The lines of a capture: number, kind, event, detail. */
const steps = [
  `(1, 'step', 'link_bound', '{}')`,
  `(2, 'step', 'signals.step', '{"step": "opened", "outcome": "shown", "after_ms": 10, "device_class": "phone", "language": "en"}')`,
  `(3, 'step', 'signals.step', '{"step": "opened", "outcome": "done", "after_ms": 4010, "device_class": "phone", "language": "en"}')`,
  `(4, 'step', 'consent', '{}')`,
  `(5, 'step', 'document_type_chosen', '{}')`,
  `(6, 'step', 'signals.step', '{"step": "id_front", "outcome": "shown", "after_ms": 4010, "device_class": "phone"}')`,
  `(7, 'step', 'document_uploaded', '{"document_type": "id_front"}')`,
  `(8, 'step', 'signals.step', '{"step": "id_front", "outcome": "done", "after_ms": 9010, "device_class": "phone"}')`,
  `(9, 'step', 'document_uploaded', '{"document_type": "selfie"}')`,
  `(10, 'step', 'liveness_uploaded', '{}')`,
  `(11, 'transition', 'submit', '{}')`,
  `(12, 'transition', 'checks_done', '{}')`,
].join(', ');

export const anEndpoint = generatedId('whe_', 7);
export const aList = generatedId('lst_', 7);

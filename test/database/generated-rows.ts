import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { defaultWorkflow } from '../../shared/domain/graph/default-workflow';
import { newSessionState } from '../../shared/domain/lifecycle/state';
import type { OrganizationId } from '../../shared/domain/ids';
import { sideBySide } from './side-by-side';

/** Whose rows they are, and how many sessions; the other tables have as many as sessions would bring. */
export interface Generated {
  readonly organizationId: OrganizationId;
  readonly sessions: number;
  /** The first of them, where those before were made already. Default 1. */
  readonly from?: number;
  /** One case in so many waits for a reviewer. Default 500. */
  readonly openOneIn?: number;
  /** Sessions and their cases alone. */
  readonly onlyCases?: boolean;
  /** How many connections of the pool make them side by side. Default 1. */
  readonly lanes?: number;
}

/** One row in so many has what is rare: `country` MT, tag `rare`, status `failed`, and so on. */
export const rarely = 5_000;

/** The id with this number: `generatedId('ses_', 7)`. */
export function generatedId(prefix: string, number: number): string {
  return `${prefix}${number.toString(16).padStart(26, '0')}`;
}

/**
 * Rows of a live environment as years of use leave them, made in SQL: sessions with results and cases,
 * identities, the audit log, one endpoint's deliveries, list items, and 200 each of what people make by hand.
 */
export async function generateRows(
  db: Kysely<Database>,
  { organizationId, sessions, from = 1, openOneIn = 500, onlyCases = false, lanes = 1 }: Generated,
): Promise<void> {
  const state = JSON.stringify(newSessionState(false));
  const byHand = from === 1 ? 200 : 0;
  const definition = JSON.stringify(defaultWorkflow);
  const owner = sql`${organizationId}::text, 'live'`;
  const n = sql`generate_series(${from}::int, ${sessions}::int) AS n`;
  const at = sql`now() - n * interval '1 minute'`;
  const rare = sql`n % ${rarely}::int = 7`;
  const open = sql`n % ${openOneIn}::int = 9`;
  const id = (prefix: string, number = sql`n`) =>
    sql`${prefix}::text || lpad(to_hex(${number}), 26, '0')`;
  const workflow = sql`CASE WHEN ${rare} THEN ${id('wfl_', sql`7`)} ELSE ${id('wfl_', sql`8`)} END`;
  const ofCases = [
    [
      sql`INSERT INTO workflows (id, organization_id, environment, name, is_default, active,
          current_version, stable_version, created_at)
        SELECT ${id('wfl_')}, ${owner}, 'workflow ' || n, false, n <> 7, 1, 1, ${at}
        FROM generate_series(1, ${byHand}::int) AS n`,
      sql`INSERT INTO workflow_versions (workflow_id, version, definition, created_at)
        SELECT ${id('wfl_')}, 1, ${definition}::jsonb, ${at} FROM generate_series(1, ${byHand}::int) AS n`,
      sql`INSERT INTO sessions (id, organization_id, environment, status, retention_status, legal_hold,
          attempt, capture, state, sequence, event_sequence, external_ref, country, workflow_id,
          workflow_version, metadata, tags, send_email, token_minutes, created_at, updated_at,
          ended_at, completed_at, identity_id, result)
        SELECT ${id('ses_')}, ${owner},
          CASE WHEN ${rare} THEN 'failed' WHEN n % 20 = 0 THEN 'expired' ELSE 'completed' END,
          'redacted', false, 1, 1, ${state}::jsonb, 3, 9, 'customer-' || n,
          CASE WHEN ${rare} THEN 'MT' ELSE 'NL' END, ${workflow}, 1, '{}',
          CASE WHEN ${rare} THEN ARRAY['often', 'rare'] ELSE ARRAY['often'] END, false, 20,
          ${at}, ${at}, ${at}, ${at}, ${id('idn_', sql`n / 2 + 1`)},
          CASE WHEN ${rare} THEN 'needs_review' WHEN n % 20 = 0 THEN NULL ELSE 'approved' END
        FROM ${n}`,
      // The trigger that keeps them sleeps as well.
      sql`INSERT INTO session_totals (organization_id, environment, status, result, workflow_id,
          country, sessions)
        SELECT organization_id, environment, status, result, workflow_id, country, count(*)
        FROM sessions WHERE organization_id = ${organizationId}
        GROUP BY organization_id, environment, status, result, workflow_id, country
        ON CONFLICT (organization_id, environment, status, result, workflow_id, country)
        DO UPDATE SET sessions = excluded.sessions`,
    ],
    [
      sql`INSERT INTO results (organization_id, environment, session_id, attempt, status,
          processing_mode, created_at, updated_at)
        SELECT ${owner}, ${id('ses_')}, 1, CASE WHEN ${rare} THEN 'needs_review' ELSE 'approved' END,
          'workflow', ${at}, ${at}
        FROM ${n} WHERE ${rare} OR n % 20 <> 0`,
    ],
    [
      sql`INSERT INTO cases (id, organization_id, environment, session_id, attempt, status,
          opened_sequence, dual_review, created_at, closed_at, assignee, claimed_until,
          workflow_id, country, document_type, external_ref, risk_score, signals, tags)
        SELECT ${id('case_')}, ${owner}, ${id('ses_')}, 1,
          CASE WHEN ${rare} THEN 'escalated' WHEN ${open} THEN 'open' ELSE 'approved' END, 1, false,
          ${at}, CASE WHEN ${rare} OR ${open} THEN NULL
            WHEN n % ${rarely}::int = 8 THEN ${at} + interval '2 days'
            ELSE ${at} + interval '10 minutes' END,
          CASE WHEN ${rare} THEN 'usr_' || lpad('7', 26, '0') END,
          CASE WHEN ${rare} THEN now() + interval '1 hour' END,
          ${workflow}, CASE WHEN ${rare} THEN 'MT' ELSE 'NL' END, 'passport', 'customer-' || n, n % 90,
          CASE WHEN ${rare} THEN ARRAY['tor_exit', 'timezone_mismatch'] ELSE ARRAY['timezone_mismatch'] END,
          CASE WHEN ${rare} THEN ARRAY['often', 'rare'] ELSE ARRAY['often'] END
        FROM ${n}`,
    ],
    [
      // As the sleeping trigger would.
      sql`INSERT INTO case_marks (organization_id, environment, case_id, kind, value)
        SELECT ${owner}, ${id('case_')}, mark.kind, mark.value
        FROM ${n} CROSS JOIN (VALUES ('signal', 'timezone_mismatch', true), ('tag', 'often', true),
          ('signal', 'tor_exit', false), ('tag', 'rare', false)) AS mark (kind, value, is_common)
        WHERE mark.is_common OR ${rare}`,
    ],
  ];
  const besides = [
    [
      sql`INSERT INTO identities (id, organization_id, environment, external_ref, status, origin, tags,
          metadata, event_sequence, created_at, updated_at, archived_at)
        SELECT ${id('idn_')}, ${owner}, 'customer-' || n,
          CASE WHEN ${rare} THEN 'rejected' ELSE 'approved' END, 'session',
          CASE WHEN ${rare} THEN ARRAY['often', 'rare'] ELSE ARRAY['often'] END, '{}', 1, ${at}, ${at},
          CASE WHEN n % ${rarely}::int = 8 THEN now() END
        FROM ${n}`,
    ],
    [
      sql`INSERT INTO audit (id, organization_id, environment, actor_kind, actor_id, action,
          resource_id, request_id, detail, at)
        SELECT ${id('aud_')}, ${owner}, CASE WHEN ${rare} THEN 'reviewer' ELSE 'api_key' END,
          CASE WHEN ${rare} THEN 'usr_7' ELSE 'key_8' END,
          CASE WHEN ${rare} THEN 'list.deleted' ELSE 'session.read' END,
          CASE WHEN ${rare} THEN ${id('lst_')} ELSE ${id('ses_')} END, 'req-' || n, '{}', ${at}
        FROM ${n}`,
    ],
    [
      // Told of nothing that a bench makes happen: with a secret that nobody sealed every try would fail.
      sql`INSERT INTO webhook_endpoints (id, organization_id, environment, url, enabled,
          enabled_events, attribute_blocklist, api_version, key_inflection, secret_sealed,
          failed_in_a_row, created_at, updated_at, deleted_at)
        SELECT ${id('whe_')}, ${owner}, 'https://a.example/', true, '{session.redacted}', '{}', '2026-11-01',
          'snake', '', 0, ${at}, ${at}, CASE WHEN n > 50 THEN now() END
        FROM generate_series(1, ${byHand}::int) AS n`,
    ],
    [
      sql`INSERT INTO webhook_deliveries (id, organization_id, environment, event_id, endpoint_id,
          session_id, event_type, status, round, started_round, tries, created_at, updated_at)
        SELECT ${id('whd_')}, ${owner}, ${id('evt_')}, ${id('whe_', sql`7`)}, ${id('ses_')},
          CASE WHEN ${rare} THEN 'session.failed' ELSE 'session.created' END,
          CASE WHEN ${rare} THEN 'failed' ELSE 'delivered' END, 1, 1, 1, ${at}, ${at}
        FROM ${n}`,
    ],
    [
      sql`INSERT INTO api_keys (id, organization_id, environment, prefix, key_hash, label, scopes,
          created_at)
        SELECT ${id('key_')}, ${owner}, 'vk_live_', sha256(n::text::bytea), 'key ' || n, '{}', ${at}
        FROM generate_series(1, ${byHand}::int) AS n`,
      sql`INSERT INTO lists (id, organization_id, environment, name, action, origin, created_at, updated_at)
        SELECT ${id('lst_')}, ${owner}, 'list ' || n, 'flag', 'api', ${at}, ${at}
        FROM generate_series(1, ${byHand}::int) AS n`,
    ],
    [
      sql`INSERT INTO list_items (id, organization_id, environment, list_id, kind, value_hash,
          value_sealed, key_hashes, actor_kind, created_at)
        SELECT ${id('lit_')}, ${owner}, ${id('lst_', sql`n % 2 + 7`)}, 'email',
          sha256(n::text::bytea), '', '{}', 'api_key', ${at}
        FROM ${n}`,
    ],
  ];
  // No group reads what another one makes.
  const groups = onlyCases ? ofCases : [...ofCases, ...besides];
  await sideBySide(lanes, groups, (group) => asReplica(db, group));
  await sql`VACUUM (ANALYZE)`.execute(db);
}

/** In one transaction, with triggers asleep and no reference looked up. */
export async function asReplica(
  db: Kysely<Database>,
  statements: readonly RawBuilder<unknown>[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    for (const statement of statements) await statement.execute(trx);
  });
}

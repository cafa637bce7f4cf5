import type { Kysely } from 'kysely';
import { newCaptureToken } from '../../shared/auth/capture-token';
import type { CheckName } from '../../shared/domain/checks/outcome';
import type { Keyring } from '../../shared/crypto/keyring';
import { keyToWork } from '../../shared/crypto/session-key';
import type { Database, SessionRow, StoredDocType } from '../../shared/database/schema';
import type { Environment } from '../../shared/domain/environment';
import type { Graph } from '../../shared/domain/graph/definition';
import { defaultWorkflow } from '../../shared/domain/graph/default-workflow';
import { newId, type OrganizationId, type WorkflowId } from '../../shared/domain/ids';
import { newSessionState } from '../../shared/domain/lifecycle/state';
import { appendEvent } from '../../shared/outbox/append-event';

export interface SessionWish {
  readonly environment?: 'live' | 'sandbox';
  readonly tokenMinutes?: number;
  /** Default: the default workflow's. */
  readonly graph?: Graph;
  readonly checks?: CheckName[];
  readonly documents?: readonly StoredDocType[];
}

interface SeedDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly organizationId: OrganizationId;
  readonly at: Date;
}

const consentIp = '203.0.113.77';

/** A session's row, link and documents as the API leaves them; its workflow is not started. */
export async function seedSession(deps: SeedDeps, wish: SessionWish): Promise<SessionRow> {
  const { db, keyring, organizationId, at } = deps;
  const id = newId('session');
  const environment = wish.environment ?? 'live';
  const tokenMinutes = wish.tokenMinutes ?? 20;
  const deadlineAt = new Date(at.getTime() + tokenMinutes * 60_000);
  const workflowId = await seedWorkflow(deps, environment, wish.graph ?? defaultWorkflow.graph);
  const { wrapped } = keyring.createDataKey(id);
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('sessions')
      .values({
        id,
        organization_id: organizationId,
        environment,
        status: 'pending',
        retention_status: 'active',
        legal_hold: false,
        attempt: 0,
        capture: 1,
        state: JSON.stringify(newSessionState(environment === 'sandbox')),
        sequence: 0,
        event_sequence: 1,
        deadline_at: deadlineAt,
        external_ref: 'planted-reference',
        country: 'NL',
        workflow_id: workflowId,
        workflow_version: 1,
        checks: wish.checks ?? null,
        document_type: 'passport',
        document_country: null,
        metadata: JSON.stringify({ planted: 'metadata' }),
        tags: ['planted-tag'],
        redirect_url: null,
        fields_sealed: null,
        applicant_sealed: null,
        send_email: false,
        token_minutes: tokenMinutes,
        consent_at: at,
        consent_person_at: at,
        consent_ip: consentIp,
        consent_version: null,
        required_pieces: null,
        wrapped_key: wrapped.wrapped,
        master_key_id: wrapped.masterKeyId,
        created_at: at,
        updated_at: at,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const linkId = newId('link');
    const { hash, sealed } = newCaptureToken(keyToWork(keyring, row), linkId);
    await trx
      .insertInto('capture_tokens')
      .values({
        id: linkId,
        session_id: id,
        capture: 1,
        token_hash: hash,
        token_sealed: sealed,
        status: 'created',
        bound_kind: null,
        binding_hash: null,
        expires_at: deadlineAt,
        created_at: at,
      })
      .execute();
    await appendEvent(trx, row, {
      type: 'session.created',
      sequence: 1,
      data: { status: 'pending' },
      at,
    });
    for (const docType of wish.documents ?? ['id_front', 'selfie']) {
      const documentId = newId('document');
      await trx
        .insertInto('documents')
        .values({
          id: documentId,
          organization_id: organizationId,
          environment,
          session_id: id,
          doc_type: docType,
          capture: 1,
          content_hash: Buffer.from(documentId),
          mime_type: 'image/jpeg',
          size_bytes: 1,
          width: 1,
          height: 1,
          object_key: `${id}/${documentId}`,
          hints: null,
          created_at: at,
        })
        .execute();
    }
    return row;
  });
}

async function seedWorkflow(
  { db, organizationId, at }: SeedDeps,
  environment: Environment,
  graph: Graph,
): Promise<WorkflowId> {
  const id = newId('workflow');
  await db
    .insertInto('workflows')
    .values({
      id,
      organization_id: organizationId,
      environment,
      name: 'seeded',
      is_default: false,
      active: true,
      current_version: 1,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('workflow_versions')
    .values({
      workflow_id: id,
      version: 1,
      definition: JSON.stringify({ ...defaultWorkflow, graph }),
      created_at: at,
    })
    .execute();
  return id;
}

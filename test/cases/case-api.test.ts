import type { Kysely } from 'kysely';
import type { ApiDeps } from '../../services/api/deps';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { newId, type CaseId } from '../../shared/domain/ids';
import { newSessionState } from '../../shared/domain/lifecycle/state';
import { setApiStage, type ApiStage } from '../webhooks/api-stage';
import { seedSession } from '../webhooks/seed';

type Sent = Parameters<ApiDeps['sessions']['send']>[1];

let api: ApiStage;
const sent: Sent[] = [];
/** What happens instead of the decision, once: another one that was faster. */
let beforehand: (() => Promise<void>) | null = null;

/** Does to the records what the workflow's commit does, or refuses as it would. */
function committing(db: Kysely<Database>): ApiDeps['sessions'] {
  return {
    invite: () => Promise.resolve(),
    begin: () => Promise.resolve(),
    start: () => Promise.resolve(),
    async send(row, message) {
      sent.push(message);
      const { event } = message;
      if (event.type !== 'review' || event.caseId === undefined) throw new Error('not a review');
      if (beforehand !== null) {
        await beforehand();
        beforehand = null;
        throw new VerifaError('stale_decision', { extra: { status: 'completed' } });
      }
      await decide(db, event.caseId, event.decision === 'approve' ? 'approved' : 'rejected');
      await db
        .updateTable('cases')
        .set({ reason_code: event.reasonCode ?? null, decided_by: message.actor.id })
        .where('id', '=', event.caseId)
        .execute();
      return { sequence: row.sequence + 1, state: newSessionState(false), repeated: false };
    },
  };
}

async function decide(db: Kysely<Database>, id: CaseId, status: 'approved' | 'rejected') {
  await db
    .updateTable('cases')
    .set({ status, closed_at: new Date() })
    .where('id', '=', id)
    .execute();
}

beforeAll(async () => {
  api = await setApiStage({ sessions: committing });
});
afterAll(() => api.stop());
beforeEach(() => {
  sent.length = 0;
});

async function openCase(ageHours = 0): Promise<CaseId> {
  const { id: workflowId } = await api.db
    .selectFrom('workflows')
    .select('id')
    .where('organization_id', '=', api.first.organizationId)
    .executeTakeFirstOrThrow();
  const owner = { organizationId: api.first.organizationId, workflowId };
  const sessionId = await seedSession(api.db, api.keyring, owner, 'order-7');
  await api.db
    .updateTable('sessions')
    .set({ status: 'under_review', attempt: 2 })
    .where('id', '=', sessionId)
    .execute();
  const id = newId('case');
  await api.db
    .insertInto('cases')
    .values({
      id,
      organization_id: owner.organizationId,
      environment: 'live',
      session_id: sessionId,
      attempt: 2,
      status: 'open',
      opened_sequence: 3,
      decided_by: null,
      reason_code: null,
      close_reason: null,
      created_at: new Date(Date.now() - ageHours * 3_600_000),
    })
    .execute();
  return id;
}

describe('cases', () => {
  test('are listed by status, what has waited longest first, with their age', async () => {
    const [young, old, middle] = [await openCase(1), await openCase(30), await openCase(10)];
    const { status, body } = await api.call('GET', '/cases?status=open');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: [
        { id: old, age_band: 'red' },
        { id: middle, age_band: 'yellow' },
        { id: young, age_band: 'green' },
      ],
      pagination: { total: 3, limit: 50, offset: 0 },
    });
    expect((await api.call('GET', '/cases?status=approved')).body).toMatchObject({ data: [] });
    expect(await api.call('GET', '/cases?status=lost')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'status' }] },
    });
  });

  test('are approved through the session, naming case and attempt', async () => {
    const id = await openCase();
    const { status, body } = await api.call('POST', `/cases/${id}/approve`, { body: {} });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, status: 'approved' });
    expect(sent).toMatchObject([
      {
        event: { type: 'review', decision: 'approve', caseId: id, attempt: 2 },
        actor: { kind: 'api_key' },
      },
    ]);
  });

  test('are rejected with a code that travels and words that do not: they wait sealed beside it', async () => {
    const id = await openCase();
    const reason = 'The portrait of Ada Lovelace was replaced.';
    await api.call('POST', `/cases/${id}/reject`, {
      body: { reason, reason_code: 'document_tampered' },
    });
    expect(JSON.stringify(sent)).not.toContain('Lovelace');
    expect(sent).toMatchObject([{ event: { reasonCode: 'document_tampered' } }]);
    const enclosed = await api.db.selectFrom('enclosures').selectAll().execute();
    const words = enclosed.flatMap(({ words_sealed: sealed }) => sealed ?? []);
    expect(words).toHaveLength(1);
    expect(words.some((sealed) => sealed.includes('Lovelace'))).toBe(false);
  });

  test('give the same decision again the first answer again, another one 409', async () => {
    const id = await openCase();
    await api.call('POST', `/cases/${id}/approve`, { body: {} });
    expect((await api.call('POST', `/cases/${id}/approve`, { body: {} })).status).toBe(200);
    expect(await api.call('POST', `/cases/${id}/reject`, { body: {} })).toMatchObject({
      status: 409,
      body: { error: 'case_closed', case_status: 'approved' },
    });
    expect(sent).toHaveLength(1);
  });

  test('answer 409 case_closed when another decision was faster, and keep its words out', async () => {
    const id = await openCase();
    beforehand = () => decide(api.db, id, 'approved');
    expect(await api.call('POST', `/cases/${id}/reject`, { body: {} })).toMatchObject({
      status: 409,
      body: { error: 'case_closed', case_status: 'approved' },
    });
  });

  test('refuse a reason code that is no code', async () => {
    const id = await openCase();
    const { status, body } = await api.call('POST', `/cases/${id}/reject`, {
      body: { reason_code: 'He looked odd' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ field: 'reason_code' }] });
    expect(sent).toHaveLength(0);
  });

  test("are not there under another environment's key, nor under an unknown id", async () => {
    const id = await openCase();
    const key = api.first.sandboxKey;
    for (const [path, options] of [
      [`/cases/${id}`, { key }],
      [`/cases/${newId('case')}`, {}],
      ['/cases/nonsense', {}],
    ] as const) {
      expect((await api.call('GET', path, options)).status).toBe(404);
      const decided = await api.call('POST', `${path}/approve`, { ...options, body: {} });
      expect(decided.status).toBe(404);
    }
  });
});

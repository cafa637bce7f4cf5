import { sealJson } from '../../../shared/crypto/seal';
import { keyToSeal, sealContext } from '../../../shared/crypto/session-key';
import { setSettings } from '../../stack/set-settings';
import { readData, setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
beforeAll(async () => {
  stage = await setReviewStage();
  await setSettings(stage.api.db, { webhook_pii_fields: ['last_name', 'document_number'] });
});
afterAll(() => stage.stop());

const corrected = { last_name: 'PLANTEDNAME', document_number: 'ZZ999' };
const read = [readData.last_name, readData.document_number];

test('a correction shows wherever what was read is shown, and the misread value nowhere', async () => {
  const { db } = stage.api;
  const { sessionId, caseId } = await stage.underReview();
  await db
    .updateTable('sessions')
    .set({ external_ref: 'corrected-person' })
    .where('id', '=', sessionId)
    .execute();
  const sent = await stage.ask('PUT', `/cases/${caseId}/extracted-data`, { fields: corrected });
  expect(sent.status).toBe(202);
  await stage.reached(sessionId, 'under_review');
  expect((await stage.ask('POST', `/cases/${caseId}/approve`, {})).status).toBe(200);

  const feed = await stage.ask('GET', '/events/feed?limit=100');
  const told = Object(feed.body['data']) as readonly Record<string, unknown>[];
  const places: Record<string, unknown> = {
    result: (await stage.ask('GET', `/sessions/${sessionId}/result`)).body['extracted_data'],
    'export of the session': (await stage.ask('GET', `/sessions/${sessionId}/export`)).body[
      'result'
    ],
    'export of the person': (await stage.ask('GET', '/identities/corrected-person/export')).body[
      'profile'
    ],
    ...Object.fromEntries(
      told
        .filter(({ session_id: of }) => of === sessionId)
        .filter(({ event }) =>
          ['document.extracted', 'session.requires-review', 'session.approved'].includes(
            String(event),
          ),
        )
        .map((one) => [`feed: ${String(one['event'])}`, one]),
    ),
  };
  expect(Object.keys(places)).toHaveLength(6);
  for (const [place, shown] of Object.entries(places)) {
    const text = JSON.stringify(shown);
    for (const value of Object.values(corrected))
      expect([place, text]).toEqual([place, expect.stringContaining(value)]);
    for (const value of read)
      expect([place, text]).not.toEqual([place, expect.stringContaining(value)]);
  }
});

test('the export tells the risk signals of every attempt, with what triggered them', async () => {
  const { db, keyring } = stage.api;
  const { sessionId } = await stage.underReview();
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const at = new Date();
  const signal = {
    signal: 'image_reused',
    category: 'forensics',
    weight: 40,
    action: 'flag',
  } as const;
  const evidence = { image_reused: { sessions: 1 } };
  await db
    .insertInto('risk_assessments')
    .values({
      organization_id: session.organization_id,
      environment: session.environment,
      session_id: sessionId,
      attempt: 1,
      score: 40,
      level: 'medium',
      blocked_by: null,
      signals: JSON.stringify([signal]),
      not_evaluated: [],
      evidence_sealed: sealJson(
        keyToSeal(keyring, session),
        sealContext.riskEvidence(sessionId, 1),
        evidence,
      ),
      evaluated_at: at,
    })
    .execute();
  const { body } = await stage.ask('GET', `/sessions/${sessionId}/export`);
  expect(body['fraud_signals']).toEqual([
    {
      ...signal,
      evidence: { source: 'server', ...evidence.image_reused },
      attempt: 1,
      evaluated_at: at.toISOString(),
    },
  ]);
});

import { sql } from 'kysely';
import sharp from 'sharp';
import type { CheckName } from '../../../shared/domain/checks/outcome';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { SessionRow } from '../../../shared/database/schema';
import { instantEngines } from '../../tools/bench/instant-engines';
import { setRecordStage, type RecordStage } from './record-stage';

const documentChecks: readonly CheckName[] = [
  'document_quality',
  'document_ocr',
  'document_expiration',
  'id_document_filter',
  'document_forensics',
];

let stage: RecordStage;
let pictures = 0;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());

async function judging(): Promise<SessionRow> {
  pictures += 1;
  const background = { r: pictures, g: 120, b: 200 };
  const front = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return stage.judging({ front, organizationId: await stage.addOrganization() });
}

function runsOf(session: SessionRow) {
  return stage.db
    .selectFrom('check_runs')
    .selectAll()
    .select(sql<string>`xmin::text`.as('transaction'))
    .where('session_id', '=', session.id)
    .orderBy('check')
    .execute();
}

/** What was told, without the creation, in the order of its numbers. */
async function toldOf(session: SessionRow): Promise<readonly string[]> {
  const events = await stage.db
    .selectFrom('events')
    .select(['type', 'sequence', 'data'])
    .where('session_id', '=', session.id)
    .orderBy('sequence')
    .execute();
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  const { event_sequence: counted } = await stage.db
    .selectFrom('sessions')
    .select('event_sequence')
    .where('id', '=', session.id)
    .executeTakeFirstOrThrow();
  expect(counted).toBe(events.length);
  return events.slice(1).map(({ type, data }) => {
    const { check } = data;
    return typeof check === 'string' ? `${type} ${check}` : type;
  });
}

const allTold = [
  'check.completed document_quality',
  'check.completed document_ocr',
  'document.extracted',
  'check.completed document_expiration',
  'check.completed id_document_filter',
  'document.verified',
  'check.completed document_forensics',
];

test('what one activity finds is written in one transaction, and told in the order of the checks', async () => {
  const session = await judging();
  const outcomes = await stage.runAll(session, [...documentChecks].reverse());
  expect(outcomes.map(({ check }) => check)).toEqual(documentChecks);
  const runs = await runsOf(session);
  expect(runs).toHaveLength(documentChecks.length);
  expect(new Set(runs.map(({ transaction }) => transaction)).size).toBe(1);
  expect(await toldOf(session)).toEqual(allTold);
});

test('run twice at once and once more, everything is there once, and the first answer stays', async () => {
  const session = await judging();
  const [one, other] = await Promise.all([
    stage.runAll(session, documentChecks),
    stage.runAll(session, documentChecks),
  ]);
  const before = await runsOf(session);
  const again = await stage.runAll(session, documentChecks);
  expect(other).toEqual(one);
  expect(again).toEqual(one);
  expect(await runsOf(session)).toEqual(before);
  expect(before).toHaveLength(documentChecks.length);
  expect(await toldOf(session)).toEqual(allTold);
  const readings = await stage.db
    .selectFrom('readings')
    .select('session_id')
    .where('session_id', '=', session.id)
    .execute();
  expect(readings).toHaveLength(1);
});

test('an engine that breaks leaves what was found before it, and only the rest is computed again', async () => {
  const session = await judging();
  const ran: string[] = [];
  const engines = {
    judgeQuality: (...asked: Parameters<typeof instantEngines.judgeQuality>) => {
      ran.push('quality');
      return instantEngines.judgeQuality(...asked);
    },
    readDocument: (...asked: Parameters<typeof instantEngines.readDocument>) => {
      ran.push('read');
      return instantEngines.readDocument(...asked);
    },
  };
  const breaking = {
    ...engines,
    traceImage: () => Promise.reject(new VerifaError('engine_failed')),
  };
  await expect(stage.runAll(session, documentChecks, breaking)).rejects.toMatchObject({
    code: 'engine_failed',
  });
  const before = await runsOf(session);
  expect(before.map(({ check }) => check).sort()).toEqual(
    documentChecks.filter((check) => check !== 'document_forensics').sort(),
  );
  await stage.runAll(session, documentChecks, engines);
  expect(ran).toEqual(['quality', 'read']);
  const after = await runsOf(session);
  expect(after.filter(({ check }) => check !== 'document_forensics')).toEqual(before);
  expect(await toldOf(session)).toEqual(allTold);
});

test('of a session that went on meanwhile nothing is written, neither outcomes nor what was read', async () => {
  const session = await judging();
  const engines = {
    async readDocument(...asked: Parameters<typeof instantEngines.readDocument>) {
      await stage.db
        .updateTable('sessions')
        .set({ status: 'expired' })
        .where('id', '=', session.id)
        .execute();
      return instantEngines.readDocument(...asked);
    },
  };
  await expect(stage.runAll(session, documentChecks, engines)).rejects.toMatchObject({
    code: 'attempt_stale',
  });
  expect(await runsOf(session)).toEqual([]);
  expect(await toldOf(session)).toEqual([]);
  for (const table of ['readings', 'document_prints'] as const) {
    const rows = await stage.db
      .selectFrom(table)
      .select('session_id')
      .where('session_id', '=', session.id)
      .execute();
    expect(rows).toEqual([]);
  }
});

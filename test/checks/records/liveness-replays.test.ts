import { createHash } from 'node:crypto';
import { findReplays } from '../../../activities/checks/records/prints/find-replays';
import { framePrintSides } from '../../../activities/checks/engines/face/liveness/frame-print';
import {
  framePrints,
  type PrintedFrame,
} from '../../../activities/checks/records/prints/frame-prints';
import { placePrints } from '../../../activities/checks/records/prints/place-prints';
import type { SessionRow } from '../../../shared/database/schema';
import { newId } from '../../../shared/domain/ids';
import { setRecordStage, type RecordStage, type Somebody } from './record-stage';

let stage: RecordStage;
beforeAll(async () => {
  stage = await setRecordStage();
});
afterAll(() => stage.stop());

/** Each test has sessions of its own: an organisation of its own. */
let organizationId: Awaited<ReturnType<RecordStage['addOrganization']>>;
beforeEach(async () => {
  organizationId = await stage.addOrganization();
});

/** Frames as the engine prints them: `seed` is the person and the moment, `noise` what a copy adds. */
function frame(seed: number, noise = 0): PrintedFrame {
  const print = Uint8Array.from(
    { length: framePrintSides.columns * framePrintSides.rows },
    (_, at) => 128 + Math.round(60 * Math.sin(seed * 13 + at * (1 + seed / 7))) + (at % 2) * noise,
  );
  const pixelHash = createHash('sha256').update(print).update(String(noise)).digest('hex');
  return { documentId: newId('document'), pixelHash, print };
}

interface Judged {
  readonly session: SessionRow;
  /** Whose frames, and whose selfie, they were. */
  readonly from: readonly string[];
  readonly selfieFrom: readonly string[];
}

async function judged(
  frames: readonly PrintedFrame[],
  somebody: Partial<Somebody> = {},
  selfie: PrintedFrame | null = null,
): Promise<Judged> {
  const session = await stage.judging({ organizationId, ...somebody });
  return judgedAgain(session, frames, selfie);
}

async function judgedAgain(
  session: SessionRow,
  frames: readonly PrintedFrame[],
  selfie: PrintedFrame | null = null,
): Promise<Judged> {
  const deps = { db: stage.db, keyring: stage.keyring, clock: () => new Date() };
  const set = { frames, selfie };
  const ref = { sessionId: session.id, attempt: 1 };
  const prints = { 'frame-prints': framePrints(deps, session, set) };
  const placed = await placePrints(stage.db, session, ref, prints);
  const { signal } = new AbortController();
  const { framesFrom, selfieFrom } = await findReplays(deps, session, { set, placed }, signal);
  return { session, from: framesFrom, selfieFrom };
}

test('a frame of an earlier session is found among new ones, its very pixels or a copy', async () => {
  const first = await judged([frame(1), frame(2), frame(3)]);
  expect(first.from).toEqual([]);
  expect((await judged([frame(4), frame(2)])).from).toEqual([first.session.id]);
  expect((await judged([frame(5), frame(3, 3)])).from).toEqual([first.session.id]);
});

test("the same person's honest second session has frames of its own", async () => {
  await judged([frame(1), frame(2)], { externalRef: 'the-same' });
  expect((await judged([frame(6), frame(7)], { externalRef: 'the-same' })).from).toEqual([]);
});

test('whose the earlier session was makes no difference: their frames replayed are a replay', async () => {
  const first = await judged([frame(1)], { externalRef: 'the-same' });
  const second = await judged([frame(1)], { externalRef: 'the-same' });
  expect(second.from).toEqual([first.session.id]);
});

test('an attempt that is judged twice writes its rows once, and does not find itself', async () => {
  const frames = [frame(1), frame(2)];
  const { session } = await judged(frames);
  await judged([frame(2)]);
  expect((await judgedAgain(session, frames)).from).toEqual([]);
});

test("an earlier session's selfie is found as a selfie and as a frame, its very pixels or a copy", async () => {
  const { session } = await judged([frame(1)], {}, frame(11));
  for (const copy of [frame(11), frame(11, 3)]) {
    const own = await stage.addOrganization();
    const first = await judged([frame(1)], { organizationId: own }, frame(11));
    const asSelfie = await judged([frame(2)], { organizationId: own }, copy);
    expect(asSelfie).toMatchObject({ from: [], selfieFrom: [first.session.id] });
  }
  const asFrame = await judged([frame(3), frame(11, 3)], {}, frame(12));
  expect(asFrame).toMatchObject({ from: [session.id], selfieFrom: [] });
});

test("a frame of an earlier session, sent as the selfie of another, is that session's", async () => {
  const { session } = await judged([frame(1), frame(2)], {}, frame(11));
  const { from, selfieFrom } = await judged([frame(3)], {}, frame(2, 3));
  expect({ from, selfieFrom }).toEqual({ from: [], selfieFrom: [session.id] });
});

test("the same person's honest second session has a selfie of its own", async () => {
  await judged([frame(1)], { externalRef: 'the-same' }, frame(11));
  const second = await judged([frame(2)], { externalRef: 'the-same' }, frame(12));
  expect(second).toMatchObject({ from: [], selfieFrom: [] });
});

test('a selfie that stays while liveness is asked for again accuses nobody, nor does who copied it since', async () => {
  const selfie = frame(11);
  const { session } = await judged([frame(1)], {}, selfie);
  const copier = await judged([frame(2)], {}, frame(11, 3));
  expect(copier.selfieFrom).toEqual([session.id]);
  const again = await judgedAgain(session, [frame(3)], selfie);
  expect(again).toMatchObject({ from: [], selfieFrom: [] });
  // Frames that came after the copier's session are looked for in it all the same.
  expect((await judgedAgain(session, [frame(2, 3)], selfie)).from).toEqual([copier.session.id]);
});

test('frames sent before in the same session are a replay, its own selfie as a frame is not one', async () => {
  const { session } = await judged([frame(1)], {}, frame(11));
  expect((await judgedAgain(session, [frame(1, 3)], frame(12))).from).toEqual([session.id]);
  expect((await judgedAgain(session, [frame(11, 3)], frame(12))).from).toEqual([]);
});

test('another organisation, and the sandbox, find nothing of ours', async () => {
  await judged([frame(1)]);
  const elsewhere = { organizationId: await stage.addOrganization() };
  expect((await judged([frame(1)], elsewhere)).from).toEqual([]);
  expect((await judged([frame(1)], { environment: 'sandbox' })).from).toEqual([]);
});

test('redaction takes the prints with it', async () => {
  const { session } = await judged([frame(1)], {}, frame(11));
  await stage.redact(session);
  const rows = await stage.db
    .selectFrom('document_prints')
    .select('position')
    .where('session_id', '=', session.id)
    .execute();
  expect(rows).toEqual([]);
  const second = await judged([frame(1)], {}, frame(11));
  expect(second).toMatchObject({ from: [], selfieFrom: [] });
});

test('no row says whose face it is: hash and print are under the key of organisation and environment', async () => {
  const one = frame(1);
  const { session } = await judged([one]);
  const row = await stage.db
    .selectFrom('document_prints')
    .selectAll()
    .where('session_id', '=', session.id)
    .executeTakeFirstOrThrow();
  expect(row.content_hash.toString('hex')).not.toBe(one.pixelHash);
  expect(row.print_sealed.includes(Buffer.from(one.print ?? []))).toBe(false);
});

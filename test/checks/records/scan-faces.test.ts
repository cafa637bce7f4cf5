import {
  scanFaces,
  type FaceScan,
  type ScanLimits,
} from '../../../activities/checks/records/duplicates/scan-faces';
import type { SessionRow } from '../../../shared/database/schema';
import { setRecordStage, type RecordStage } from './record-stage';

const kept = 25;

let stage: RecordStage;
/** The oldest first, each face ten degrees on from the one before. */
const sessions: SessionRow[] = [];

beforeAll(async () => {
  stage = await setRecordStage();
  for (let index = 0; index < kept; index += 1) {
    const session = await stage.judging({ face: index * 10 });
    await stage.run(session, 'duplicate_detection', { attributes: ['face'] });
    sessions.push(session);
  }
});
afterAll(() => stage.stop());

function scanned(
  degrees: number,
  limits: ScanLimits,
  signal = new AbortController().signal,
): Promise<FaceScan> {
  const embedding = new Float32Array(64);
  embedding[0] = Math.cos((degrees * Math.PI) / 180);
  embedding[1] = Math.sin((degrees * Math.PI) / 180);
  const [owner] = sessions;
  if (owner === undefined) throw new Error('nobody was judged');
  const face = { embedding, engine: 'made-up 1' };
  const query = { face, before: '9223372036854775807', minimumScore: 0.995, limits };
  return scanFaces(stage, owner, query, signal);
}

test.each([1, 4, 5, 10, 24, 25, 26, 1_000])(
  'in pages of %i rows every face is compared once',
  async (pageRows) => {
    for (const index of [0, 9, 10, 24]) {
      const { hits, ...scan } = await scanned(index * 10, { pageRows, faces: 100_000 });
      expect(hits.map(({ sessionId }) => sessionId)).toEqual([sessions[index]?.id]);
      expect(scan).toEqual({ compared: kept, truncated: false });
    }
  },
);

test('of more than the limit the newest are compared, and it is said', async () => {
  const limits = { pageRows: 5, faces: 10 };
  expect(await scanned(240, limits)).toMatchObject({ compared: 10, truncated: true });
  expect((await scanned(240, limits)).hits).toHaveLength(1);
  expect((await scanned(0, limits)).hits).toEqual([]);
  expect(await scanned(0, { pageRows: 5, faces: kept })).toMatchObject({ truncated: false });
});

test('faces of another engine are not compared', async () => {
  await stage.db
    .updateTable('face_embeddings')
    .set({ engine: 'another 1' })
    .where('session_id', '=', sessions[0]?.id ?? 'ses_')
    .execute();
  expect((await scanned(0, { pageRows: 10, faces: 100 })).compared).toBe(kept - 1);
});

test('a scan stops when its session went another way', async () => {
  const limits = { pageRows: 1, faces: 100 };
  const reason = new Error('the session expired');
  await expect(scanned(0, limits, AbortSignal.abort(reason))).rejects.toBe(reason);
});

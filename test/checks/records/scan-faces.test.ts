import { scanFaces } from '../../../activities/checks/records/duplicates/scan-faces';
import type { FaceScan } from '../../../activities/checks/records/duplicates/face-query';
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
  pageRows: number,
  signal = new AbortController().signal,
): Promise<FaceScan> {
  const embedding = new Float32Array(64);
  embedding[0] = Math.cos((degrees * Math.PI) / 180);
  embedding[1] = Math.sin((degrees * Math.PI) / 180);
  const [owner] = sessions;
  if (owner === undefined) throw new Error('nobody was judged');
  const face = { embedding, engine: 'made-up 1' };
  const query = { face, before: '9223372036854775807', minimumScore: 0.995, pageRows };
  return scanFaces(stage, owner, query, signal);
}

test.each([1, 4, 5, 10, 24, 25, 26, 1_000])(
  'in pages of %i rows every face is compared once',
  async (pageRows) => {
    for (const index of [0, 9, 10, 24]) {
      const { hits, ...scan } = await scanned(index * 10, pageRows);
      expect(hits.map(({ sessionId }) => sessionId)).toEqual([sessions[index]?.id]);
      expect(scan).toEqual({ compared: kept });
    }
  },
);

test('faces of another engine are not compared', async () => {
  await stage.db
    .updateTable('face_embeddings')
    .set({ engine: 'another 1' })
    .where('session_id', '=', sessions[0]?.id ?? 'ses_')
    .execute();
  expect((await scanned(0, 10)).compared).toBe(kept - 1);
});

test('a scan stops when its session went another way', async () => {
  const reason = new Error('the session expired');
  await expect(scanned(0, 1, AbortSignal.abort(reason))).rejects.toBe(reason);
});

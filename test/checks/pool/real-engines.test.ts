import { join } from 'node:path';
import sharp from 'sharp';
import {
  framePrintDistance,
  replayBelow,
} from '../../../activities/checks/engines/face/liveness/frame-print';
import {
  createCheckPool,
  type CheckPool,
} from '../../../activities/checks/engines/pool/check-pool';
import type { CheckTask } from '../../../activities/checks/engines/pool/check-task';
import { ensureEngineModels } from '../../../shared/downloads/engine-models';
import { builtService } from '../../processes/built-service';
import { stackAddresses } from '../../stack/addresses';
import { madeUpPictures } from '../../whole-way/made-up-pictures';

/** The processes as they run in production: compiled, with their models, on real pictures. */
let pool: CheckPool;
let passport: Buffer;
let selfie: Buffer;

beforeAll(async () => {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  pool = createCheckPool({
    size: 1,
    processFile: join(
      await builtService(),
      'activities',
      'checks',
      'engines',
      'pool',
      'check-process.js',
    ),
    ...(await ensureEngineModels(artifacts)),
    intraOpThreads: 1,
    abortGraceMs: 0,
  });
  const pictures = await madeUpPictures();
  passport = await pictures.passport(await pictures.person(6), { jpegQuality: 80 });
  selfie = await pictures.selfie(6);
});
afterAll(() => pool.dispose());

test('each kind of task is answered by its engine', async () => {
  expect(await pool.run({ kind: 'face_count', image: selfie })).toBe(1);
  const { face } = await pool.run({ kind: 'face_embed', image: selfie });
  expect(face?.engine).toBe('faceplugin-onnx 0.0.1');
  expect(face?.embedding.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
  expect(await pool.run({ kind: 'document_quality', image: passport })).toMatchObject({
    check: 'document_quality',
    status: 'passed',
  });
  const traces = await pool.run({ kind: 'image_trace', image: passport });
  expect(traces).toMatchObject({ editors: [], screenshot: false });
  const text = await pool.run({ kind: 'text_read', image: passport });
  expect(text.rows.length).toBeGreaterThan(5);
  const pages = [{ side: 'front' as const, bytes: passport }];
  expect(await pool.run({ kind: 'document_read', pages })).toMatchObject({
    reading: { kind: 'read' },
  });
  expect(
    await pool.run({ kind: 'face_match', portrait: passport, selfie, threshold: 'strict' }),
  ).toMatchObject({ check: 'face_match', status: 'passed' });
});

test('a selfie is found by its print: a copy of it, and no other picture of a face', async () => {
  const print = async (image: Buffer): Promise<{ pixelHash: string; print: Uint8Array }> => {
    const look = await pool.run({ kind: 'face_print', image });
    if (look.print === null) throw new Error('no face was found');
    return { pixelHash: look.pixelHash, print: look.print };
  };
  const own = await print(selfie);
  const copy = await print(await sharp(selfie).jpeg({ quality: 60 }).toBuffer());
  const other = await print(await (await madeUpPictures()).selfie(7));
  const distance = framePrintDistance(own.print);
  expect(copy.pixelHash).not.toBe(own.pixelHash);
  expect(distance(copy.print)).toBeLessThan(replayBelow);
  expect(distance(other.print)).toBeGreaterThan(2 * replayBelow);
  expect((await pool.run({ kind: 'face_print', image: passport })).print).not.toBeNull();
  const blank = await sharp({
    create: { width: 300, height: 400, channels: 3, background: '#777' },
  })
    .png()
    .toBuffer();
  expect(await pool.run({ kind: 'face_print', image: blank })).toMatchObject({ print: null });
});

/** In threads the first of these aborts took the whole process down, in native code. */
test('sessions that expire while engines compute leave this process and the next task unharmed', async () => {
  const tasks: CheckTask[] = [
    { kind: 'face_match', portrait: passport, selfie, threshold: 'strict' },
    { kind: 'document_read', pages: [{ side: 'front', bytes: passport }] },
  ];
  for (const task of [...tasks, ...tasks, ...tasks]) {
    await pool.run({ kind: 'face_count', image: selfie });
    await expect(pool.run(task, AbortSignal.timeout(20))).rejects.toThrow();
  }
  expect(await pool.run({ kind: 'face_count', image: selfie })).toBe(1);
});

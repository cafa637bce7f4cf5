import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createFaceEngine } from '../../activities/checks/face/create-face-engine';
import type { FaceCalibration } from '../../activities/checks/face/face-calibration';
import { cosine } from '../../activities/checks/face/face-engine';
import { ensureArtifact } from '../../shared/artifacts/ensure-artifact';
import { orlFace, people, picturesEach } from '../../services/local/specimen/orl-faces';
import { wilson } from './wilson';

/** `npm run calibrate:faces`: measures the engine on ORL and writes the table beside it. */
async function calibrate(): Promise<void> {
  const cacheDir = process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa');
  const artifacts = { cacheDir, report: console.log, environment: process.env };
  const modelsDir = await ensureArtifact('face-models', artifacts);
  const faces = await ensureArtifact('orl-faces', artifacts);
  const engine = await createFaceEngine({ modelsDir, intraOpThreads: 1 });
  const embedded: { person: number; embedding: Float32Array }[] = [];
  for (let person = 1; person <= people; person += 1) {
    for (let picture = 1; picture <= picturesEach; picture += 1) {
      const face = await engine.embedLargest(await orlFace(faces, person, picture));
      if (face !== null) embedded.push({ person, embedding: face.embedding });
    }
  }
  await engine.dispose();
  const genuine: number[] = [];
  const impostor: number[] = [];
  for (const [index, one] of embedded.entries()) {
    for (const two of embedded.slice(index + 1)) {
      const pairs = one.person === two.person ? genuine : impostor;
      pairs.push(cosine(one.embedding, two.embedding));
    }
  }
  const table = calibration(genuine, impostor, `${engine.engine} ${engine.engineVersion}`);
  const file = 'activities/checks/face/face-calibration.json';
  await writeFile(file, `${JSON.stringify(table, null, 2)}\n`);
  console.log(`${String(embedded.length)} of ${String(people * picturesEach)} faces embedded`);
  console.table(table.rates);
}

function calibration(
  genuine: readonly number[],
  impostor: readonly number[],
  engine: string,
): FaceCalibration {
  const falling = [...impostor].sort((a, b) => b - a);
  // The cosine that at most this share of impostor pairs reaches.
  const reachedBy = (share: number): number => falling[Math.floor(falling.length * share)] ?? 1;
  const beyondAll = (falling[0] ?? 0) + 0.005;
  const steps = [
    { threshold: 'standard', score: 0.35, cosine: reachedBy(1e-3) },
    { threshold: 'strict', score: 0.5, cosine: reachedBy(1e-4) },
    { threshold: 'very_strict', score: 0.6, cosine: beyondAll },
  ].map((step) => ({ ...step, cosine: round(step.cosine) }));
  return {
    version: '1',
    engine,
    measured_on:
      'ORL, AT&T Laboratories Cambridge: 40 people, 10 pictures each, grey, frontal to half turned',
    genuine_pairs: genuine.length,
    impostor_pairs: impostor.length,
    anchors: [
      { cosine: 0, score: 0 },
      ...steps.map(({ cosine: at, score }) => ({ cosine: at, score })),
      { cosine: 1, score: 1 },
    ],
    rates: steps.map((step) => {
      const matched = impostor.filter((value) => value >= step.cosine).length;
      const missed = genuine.filter((value) => value < step.cosine).length;
      return {
        ...step,
        false_match: matched / impostor.length,
        false_match_95: wilson(matched, impostor.length),
        false_non_match: missed / genuine.length,
        false_non_match_95: wilson(missed, genuine.length),
      };
    }),
  };
}

function round(value: number): number {
  return Math.ceil(value * 10_000) / 10_000;
}

void calibrate();

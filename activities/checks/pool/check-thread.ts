import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { assertNever } from '../../../shared/assert-never';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { createDocumentEngines, type DocumentEngines } from '../document/create-document-engines';
import { createFaceEngine } from '../face/create-face-engine';
import type { FaceEngine } from '../face/face-engine';
import { countFaces, matchFaces } from '../face/match-faces';
import type { CheckTask, CheckTaskResult, CheckThreadAnswer } from './check-task';

/** The body of a pool's thread: loads an engine when it is first asked for, answers task by task. */
const data = z
  .object({ faceModelsDir: z.string(), ocrModelsDir: z.string(), intraOpThreads: z.number() })
  .parse(workerData);
let documents: Promise<DocumentEngines> | undefined;
let faces: Promise<FaceEngine> | undefined;

function documentEngines(): Promise<DocumentEngines> {
  documents ??= createDocumentEngines({
    ocrModelsDir: data.ocrModelsDir,
    intraOpThreads: data.intraOpThreads,
  });
  return documents;
}

function faceEngine(): Promise<FaceEngine> {
  faces ??= createFaceEngine({
    modelsDir: data.faceModelsDir,
    intraOpThreads: data.intraOpThreads,
  });
  return faces;
}

async function answer(task: CheckTask): Promise<CheckTaskResult> {
  switch (task.kind) {
    case 'document_quality':
      return (await documentEngines()).judgeQuality(Buffer.from(task.image));
    case 'document_read': {
      const engines = await documentEngines();
      const pages = task.pages.map(({ side, bytes }) => ({ side, bytes: Buffer.from(bytes) }));
      return { reading: await engines.readDocument({ pages }), ...engines.reader };
    }
    case 'face_match':
      return matchFaces(await faceEngine(), task);
    case 'face_count':
      return countFaces(await faceEngine(), task.image);
    default:
      return assertNever(task);
  }
}

parentPort?.on('message', (task: CheckTask) => {
  answer(task).then(
    (result) => reply({ ok: true, result }),
    // An engine's own message may quote what it read: only a code leaves the thread.
    (cause: unknown) =>
      reply({ ok: false, code: cause instanceof VerifaError ? cause.code : 'engine_failed' }),
  );
});

function reply(message: CheckThreadAnswer): void {
  parentPort?.postMessage(message);
}

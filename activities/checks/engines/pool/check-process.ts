import { z } from 'zod';
import { assertNever } from '../../../../shared/domain/assert-never';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import { createDocumentEngines, type DocumentEngines } from '../document/create-document-engines';
import { createFaceEngine } from '../face/create-face-engine';
import { embedFace } from '../face/embed-face';
import type { FaceEngine } from '../face/face-engine';
import { facesOnPage } from '../face/faces-on-page';
import { createFacePrinter, type FacePrinter } from '../face/liveness/face-printer';
import { createFrameObserver, type FrameObserver } from '../face/liveness/frame-observer';
import { judgeLiveness } from '../face/liveness/judge-liveness';
import { traceImage } from '../forensics/trace-image';
import { countFaces, matchFaces } from '../face/match-faces';
import {
  checkProcessSettingsSchema,
  checkTaskSchema,
  type CheckAnswer,
  type CheckTask,
  type CheckTaskResult,
  type CheckUsage,
} from './check-task';

/** A pool's process: loads an engine when it is first asked for, answers task by task. */
const settings = checkProcessSettingsSchema.parse(JSON.parse(z.string().parse(process.argv[2])));
let documents: Promise<DocumentEngines> | undefined;
let faces: Promise<FaceEngine> | undefined;
let frames: Promise<FrameObserver> | undefined;
let printer: Promise<FacePrinter> | undefined;

function documentEngines(): Promise<DocumentEngines> {
  documents ??= createDocumentEngines({
    ocrModelsDir: settings.ocrModelsDir,
    intraOpThreads: settings.intraOpThreads,
    findFaces: async (look) => facesOnPage(await faceEngine(), look),
  });
  return documents;
}

function faceEngine(): Promise<FaceEngine> {
  faces ??= createFaceEngine({
    modelsDir: settings.faceModelsDir,
    intraOpThreads: settings.intraOpThreads,
  });
  return faces;
}

function frameObserver(): Promise<FrameObserver> {
  frames ??= faceEngine().then((engine) =>
    createFrameObserver({
      faces: engine,
      modelsDir: settings.faceModelsDir,
      expressionModelDir: settings.expressionModelDir,
      intraOpThreads: settings.intraOpThreads,
    }),
  );
  return frames;
}

function facePrinter(): Promise<FacePrinter> {
  printer ??= createFacePrinter({
    modelsDir: settings.faceModelsDir,
    intraOpThreads: settings.intraOpThreads,
  });
  return printer;
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
    case 'liveness_judge':
      return judgeLiveness(await frameObserver(), task);
    case 'face_count':
      return countFaces(await faceEngine(), task.image);
    case 'text_read':
      return (await documentEngines()).readText(Buffer.from(task.image));
    case 'image_trace':
      return traceImage(Buffer.from(task.image));
    case 'face_embed':
      return { face: await embedFace(await faceEngine(), task.image) };
    case 'face_print':
      return (await facePrinter()).print(task.image);
    default:
      return assertNever(task);
  }
}

async function reply(message: unknown): Promise<CheckAnswer> {
  const before = process.cpuUsage();
  const usage = (): CheckUsage => {
    const { user, system } = process.cpuUsage(before);
    return { cpuMs: (user + system) / 1000, peakRssMb: process.resourceUsage().maxRSS / 1024 };
  };
  try {
    const result = await answer(checkTaskSchema.parse(message));
    return { ok: true, result, usage: usage() };
  } catch (cause) {
    // An engine's own message may quote what it read: only a code leaves the process.
    const code = cause instanceof VerifaError ? cause.code : 'engine_failed';
    return { ok: false, code, usage: usage() };
  }
}

process.on('message', (message) => {
  void reply(message).then((said) => process.send?.(said));
});
// Whose parent is gone, also by kill -9, has nobody to answer.
process.on('disconnect', () => process.exit());
// Ctrl-C and `systemctl stop` reach the whole group; the parent ends its processes when it is done.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

import { keptPieces, type KeptPiece } from '../upload/kept-pieces';
import type { Part } from '../upload/send';
import { troubleBefore } from './camera-trouble';
import { cameraPermission, surroundings } from './open-camera';
import type { PicturePhase } from './picture-phase';
import type { PicturePlan } from './picture-plan';

/** Where a step begins: with what was taken and not sent, with the camera, or with a question for it. */
export async function firstPhase(plan: PicturePlan): Promise<PicturePhase> {
  const kept = await unsentPiece(plan);
  const blob = kept?.parts.map(({ value }) => value).find((value) => typeof value !== 'string');
  if (kept !== null && blob !== undefined) return { name: 'sending', parts: kept.parts, blob };
  if (plan.filesFirst) return { name: 'intro' };
  const trouble = troubleBefore(surroundings());
  if (trouble !== null) return { name: 'trouble', trouble };
  return (await cameraPermission()) === 'granted' ? { name: 'camera' } : { name: 'intro' };
}

/** A piece that the server has by now was sent, though its answer was lost; a better one was not. */
export async function unsentPiece(
  plan: Pick<PicturePlan, 'step' | 'piece'>,
): Promise<KeptPiece | null> {
  const { link } = plan.step;
  const kept = await keptPieces.read(link, plan.piece);
  if (kept === null || kept.replaces || !isDone(plan)) return kept;
  await keptPieces.forget(link, plan.piece);
  return null;
}

export async function keepPiece(plan: PicturePlan, parts: readonly Part[]): Promise<void> {
  const { state, link } = plan.step;
  const takenAt = Date.now();
  await keptPieces.keep({
    link,
    piece: plan.piece,
    parts,
    takenAt,
    until: takenAt + state.secondsLeft * 1000,
    replaces: isDone(plan),
  });
}

function isDone({ step, piece }: Pick<PicturePlan, 'step' | 'piece'>): boolean {
  return step.state.required.some((one) => one.piece === piece && one.done);
}

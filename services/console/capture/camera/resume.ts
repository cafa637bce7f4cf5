import { keptPieces } from '../upload/kept-pieces';
import type { KeptPiece } from '../upload/kept-piece';
import type { Part } from '../upload/send';
import { troubleBefore } from './camera-trouble';
import { cameraPermission, surroundings } from './open-camera';
import type { PicturePhase } from './picture-phase';
import type { PicturePlan } from './picture-plan';

/** A piece of a check, by the name that the server has for it. */
interface Piece extends Pick<PicturePlan, 'step'> {
  readonly piece: string;
}

/** Where a step begins: with what was taken and not sent, with the camera, or with a question for it. */
export async function firstPhase(plan: PicturePlan): Promise<PicturePhase> {
  void forgetSent(plan);
  const kept = await unsentPiece(plan);
  const blob = kept?.parts.map(({ value }) => value).find((value) => typeof value !== 'string');
  if (kept !== null && blob !== undefined) return { name: 'sending', parts: kept.parts, blob };
  if (plan.filesFirst) return { name: 'intro' };
  const trouble = troubleBefore(surroundings());
  if (trouble !== null) return { name: 'trouble', trouble };
  return (await cameraPermission()) === 'granted' ? { name: 'camera' } : { name: 'intro' };
}

/** A piece that the server has by now was sent, though its answer was lost; a better one was not. */
export async function unsentPiece(plan: Piece): Promise<KeptPiece | null> {
  const { link } = plan.step;
  const kept = await keptPieces.read(link, plan.piece);
  if (kept === null || kept.replaces || !isDone(plan)) return kept;
  await keptPieces.forget(link, plan.piece);
  return null;
}

/** The same of the steps before: whoever lost an answer is not shown those steps again. */
async function forgetSent({ step, piece }: Piece): Promise<void> {
  for (const one of step.state.required) {
    if (one.done && one.piece !== piece) await unsentPiece({ step, piece: one.piece });
  }
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

function isDone({ step, piece }: Piece): boolean {
  return step.state.required.some((one) => one.piece === piece && one.done);
}

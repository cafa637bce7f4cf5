import { livenessDeclined } from '../../../shared/capture/captured-pieces';
import { livenessConfigSchema } from '../../../shared/domain/checks/check-config';
import type { LivenessChallenge } from '../../../shared/domain/checks/liveness-challenge';
import type { ShownColour } from '../../../shared/domain/checks/liveness-colours';
import { livenessStatus } from '../../../shared/domain/checks/liveness-doubts';
import type { DocumentId } from '../../../shared/domain/ids';
import { findReplays } from '../records/prints/find-replays';
import type { Capture } from '../engines/face/liveness/judge-capture';
import type { LivenessFrames } from '../engines/face/liveness/judge-liveness';
import { framePrints, type PrintedSet } from '../records/prints/frame-prints';
import { placePrints } from '../records/prints/place-prints';
import type { CheckInput } from '../judge/check-input';
import type { Judge, JudgeContext } from '../judge/judge';
import { skipped } from '../run/skipped';

/** `liveness`: the set of frames that was accepted last. Over the integrator's API there is none. */
export const judgeLivenessCheck: Judge = async ({ deps, input, ref, signal }, config) => {
  const { fail_on: failOn } = livenessConfigSchema.parse(config);
  const set = await acceptedSet(deps, input);
  if (set === null) {
    const isDeclined = livenessDeclined(input.session);
    return { outcome: skipped('liveness', isDeclined ? 'declined_by_person' : 'input_missing') };
  }
  const { outcome, evidence, looks, selfieLook } = await deps.engines.judgeLiveness(
    set.frames,
    signal,
  );
  const printed: PrintedSet = {
    frames: looks.flatMap((look, index) => {
      const documentId = set.documentIds[index];
      return documentId === undefined ? [] : [{ ...look, documentId }];
    }),
    selfie:
      selfieLook === null || set.selfieId === null
        ? null
        : { ...selfieLook, documentId: set.selfieId },
  };
  const placed = await placePrints(deps.db, input.session, ref, {
    'frame-prints': framePrints(deps, input.session, printed),
  });
  const replays = await findReplays(deps, input.session, { set: printed, placed }, signal);
  const reasons = [
    ...(replays.framesFrom.length > 0 ? ['frames_replayed'] : []),
    ...(replays.selfieFrom.length > 0 ? ['selfie_replayed'] : []),
    ...outcome.reasons,
  ];
  return {
    outcome: { ...outcome, reasons, status: livenessStatus(reasons, failOn) },
    evidence: {
      ...evidence,
      replayed_from: replays.framesFrom,
      selfie_from: replays.selfieFrom,
      prints_compared: replays.compared,
      prints_left_out: replays.truncated,
    },
  };
};

interface AcceptedSet {
  readonly frames: LivenessFrames;
  /** The neutral frame's, then each challenge's. */
  readonly documentIds: readonly DocumentId[];
  /** Null where the workflow takes no selfie. */
  readonly selfieId: DocumentId | null;
}

interface PlacedFrame {
  readonly documentId: DocumentId;
  /** 0: the neutral frame. */
  readonly challenge: number;
  readonly challenges: readonly LivenessChallenge[];
  readonly atMs: number | null;
  readonly colours: readonly ShownColour[] | null;
  readonly coloursFromMs: number | null;
  readonly issuedAt: Date;
  readonly answeredAt: Date | null;
}

async function acceptedSet(
  deps: JudgeContext['deps'],
  input: CheckInput,
): Promise<AcceptedSet | null> {
  const documents = input.documents('liveness_frame');
  if (documents.length === 0) return null;
  const placed: readonly PlacedFrame[] = await deps.db
    .selectFrom('liveness_frames')
    .innerJoin(
      'liveness_challenges',
      'liveness_challenges.nonce_hash',
      'liveness_frames.nonce_hash',
    )
    .select(['document_id as documentId', 'challenge', 'challenges', 'at_ms as atMs', 'colours'])
    .select(['colours_from_ms as coloursFromMs', 'issued_at as issuedAt'])
    .select('answered_at as answeredAt')
    .where(
      'document_id',
      'in',
      documents.map(({ id }) => id),
    )
    .orderBy('challenge')
    .orderBy('position')
    .execute();
  const bytesOf = async (challenge: number): Promise<Buffer[]> => {
    const pictures: Buffer[] = [];
    for (const one of placed.filter((frame) => frame.challenge === challenge)) {
      const row = documents.find(({ id }) => id === one.documentId);
      if (row !== undefined) pictures.push(await input.open(row));
    }
    return pictures;
  };
  const [neutral] = await bytesOf(0);
  if (neutral === undefined) return null;
  const asked = placed[0]?.challenges ?? [];
  const challenges = [];
  for (const [index, challenge] of asked.entries()) {
    challenges.push({ challenge, frames: await bytesOf(index + 1) });
  }
  const [selfieRow] = input.documents('selfie');
  const selfie = selfieRow === undefined ? null : await input.open(selfieRow);
  return {
    frames: { neutral, challenges, selfie, capture: captureOf(placed) },
    documentIds: placed.map(({ documentId }) => documentId),
    selfieId: selfieRow?.id ?? null,
  };
}

/** Null unless every frame has its time: some alone place nothing. */
function captureOf(placed: readonly PlacedFrame[]): Capture | null {
  const [first] = placed;
  if (first?.atMs == null || first.answeredAt === null) return null;
  const challengesMs = first.challenges.map((_, index) =>
    placed.flatMap(({ challenge, atMs }) =>
      challenge === index + 1 && atMs !== null ? [atMs] : [],
    ),
  );
  if (challengesMs.flat().length < placed.length - 1) return null;
  const elapsedMs = first.answeredAt.getTime() - first.issuedAt.getTime();
  const { colours, coloursFromMs: fromMs } = first;
  return {
    times: { neutralMs: first.atMs, challengesMs, elapsedMs },
    shown: colours === null || fromMs === null ? null : { colours, fromMs },
  };
}

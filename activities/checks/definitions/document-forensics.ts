import { documentForensicsConfigSchema } from '../../../shared/domain/checks/check-config';
import type { ForensicReason } from '../../../shared/domain/checks/forensic-reasons';
import type { SessionId } from '../../../shared/domain/ids';
import { canonicalDocument } from '../../../shared/domain/canonical-document';
import type { FaceEmbedding } from '../engines/engines';
import { findReuse } from '../records/prints/find-reuse';
import {
  frontReasons,
  judgeForensics,
  sameShotFrom,
  readingReasons,
  tracedReasons,
} from '../engines/forensics/judge-forensics';
import { copyBelow } from '../records/prints/find-reuse';
import { printDistance, soughtPrint } from '../records/prints/compare-prints';
import { calibratedScore } from '../engines/face/face-calibration';
import { cosine } from '../engines/face/face-engine';
import { documentPrints, type TracedDocument } from '../records/prints/document-prints';
import { framePrints } from '../records/prints/frame-prints';
import { placePrints } from '../records/prints/place-prints';
import { printedSelfie, sessionsOfSelfie } from '../records/prints/selfie-sessions';
import type { OwnFace } from '../records/prints/whose-sessions';
import { documentReading } from '../run/document-reading';
import { extractedFields } from '../run/extracted-fields';
import type { Judge, JudgeContext } from '../judge/judge';
import { skipped } from '../run/skipped';

/** `document_forensics`: each side on its own, as its bytes were uploaded, and the zone as it was read. */
export const judgeDocumentForensicsCheck: Judge = async (context, config) => {
  const { deps, input, ref, signal } = context;
  const { fail_on: failOn } = documentForensicsConfigSchema.parse(config);
  const pages = (['id_front', 'id_back'] as const).flatMap((side) =>
    input.documents(side).map((document) => ({ side, document })),
  );
  if (pages.length === 0) return { outcome: skipped('document_forensics', 'input_missing') };
  const found: ForensicReason[] = [];
  const traced: TracedDocument[] = [];
  const evidence: Record<string, unknown> = {};
  for (const { side, document } of pages) {
    const bytes = await input.open(document);
    const { print, ...traces } = await deps.engines.traceImage(bytes, signal);
    found.push(...tracedReasons({ print, ...traces }));
    if (side === 'id_front') found.push(...frontReasons(traces));
    traced.push({ documentId: document.id, bytes, print });
    evidence[side] = traces;
  }
  if (isOnePictureTwice(traced)) found.push('one_picture_twice');
  const reading = (await documentReading(context))?.reading ?? null;
  found.push(...readingReasons(reading));
  const ownFace = selfieFace(context);
  const faceScore = await portraitAndSelfie(context, ownFace);
  if (faceScore !== null && faceScore >= sameShotFrom) found.push('same_shot');
  const selfie = await printedSelfie(context);
  const pictures = { traced, document: await documentRead(context) };
  const placed = await placePrints(deps.db, input.session, ref, {
    'document-prints': documentPrints(deps, input.session, pictures),
    'frame-prints': framePrints(deps, input.session, selfie),
  });
  const reuse = await findReuse(deps, input.session, { traced, placed }, ownFace, signal);
  const anothers = new Set<SessionId>(reuse.anothers);
  const unknown = new Set<SessionId>(reuse.unknown);
  for (const [id, whose] of await sessionsOfSelfie(context, selfie, placed)) {
    if (whose === 'another') anothers.add(id);
    if (whose === 'unknown') unknown.add(id);
  }
  if (anothers.size > 0) found.push('image_reused');
  if (unknown.size > 0) found.push('image_seen_before');
  return {
    outcome: judgeForensics(found, failOn),
    evidence: {
      ...evidence,
      // Null: there is no zone, or its font cannot be told.
      zone_ocr_b: reading?.kind === 'read' ? reading.font.ocrB : null,
      portrait_and_selfie: faceScore,
      reused_from: [...anothers],
      seen_in: [...unknown],
    },
  };
};

/** A front that was sent as the back too, or a copy of it. */
function isOnePictureTwice([first, ...others]: readonly TracedDocument[]): boolean {
  if (first === undefined) return false;
  const sought = soughtPrint(first.print);
  return others.some(({ print }) => printDistance(sought, print) < copyBelow);
}

/**
 * How alike the portrait and the selfie are. A likeness of nearly one is no likeness: it is one photograph,
 * on a document that was made with it, or of the document instead of the person. Null: not compared.
 */
async function portraitAndSelfie(
  { deps, input, signal }: JudgeContext,
  ownFace: OwnFace,
): Promise<number | null> {
  const front = await input.picture('id_front');
  const selfie = front === null ? null : await ownFace();
  if (front === null || selfie === null) return null;
  const portrait = await deps.engines.embedFace(front, signal);
  if (portrait === null || portrait.engine !== selfie.engine) return null;
  return calibratedScore(cosine(portrait.embedding, selfie.embedding));
}

async function documentRead(context: JudgeContext): Promise<string | null> {
  const read = await extractedFields(context);
  return read === null
    ? null
    : canonicalDocument(read.document_number, read.document_issuing_state);
}

/** Made out once, and only where an earlier session's face is there to compare it with. */
function selfieFace({ deps, input, signal }: JudgeContext): OwnFace {
  let face: Promise<FaceEmbedding | null> | undefined;
  return () =>
    (face ??= input
      .picture('selfie')
      .then((selfie) => (selfie === null ? null : deps.engines.embedFace(selfie, signal))));
}

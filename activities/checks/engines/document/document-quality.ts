import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import { formatByContent } from '../../../../shared/images/image-format';
import { qualityHints } from '../../../../shared/images/quality-hints';
import { rasterToSharp, type Raster } from '../../../../shared/images/raster';
import { boxQuad, type TextBox } from './ocr/text-boxes';

/** Text that comes this near to the picture's edge goes on behind it. */
const edgeShare = 0.004;
const lineAspect = 4;

/**
 * `document_quality`. Blur, dark and small make a picture worth taking again (`requires_retry`);
 * with two faults or a cut-off page it has failed.
 */
export async function judgeDocumentQuality(
  bytes: Buffer,
  found: { readonly picture: Raster; readonly boxes: readonly TextBox[] },
): Promise<CheckOutcome> {
  // A PDF's page is judged as it was drawn.
  const judged =
    formatByContent(bytes) === 'pdf' ? await rasterToSharp(found.picture).png().toBuffer() : bytes;
  const hints = await qualityHints(judged);
  const cutOff = isCutOff(found.picture, found.boxes);
  const reasons = [
    ...(hints.blur ? ['blurred'] : []),
    ...(hints.glare ? ['glare'] : []),
    ...(hints.too_dark ? ['too_dark'] : []),
    ...(hints.too_small ? ['too_small'] : []),
    ...(cutOff ? ['cut_off'] : []),
  ];
  return {
    check: 'document_quality',
    status: statusOf(reasons),
    score: cutOff ? Math.min(0.4, hints.score) : hints.score,
    reasons,
    engine: 'laplacian-tiles',
    engineVersion: '1',
  };
}

function statusOf(reasons: readonly string[]): CheckOutcome['status'] {
  if (reasons.length === 0) return 'passed';
  return reasons.length > 1 || reasons.includes('cut_off') ? 'failed' : 'requires_retry';
}

function isCutOff(picture: Raster, boxes: readonly TextBox[]): boolean {
  const margin = Math.max(picture.width, picture.height) * edgeShare;
  return boxes.some((box) => {
    if (box.width / box.height < lineAspect) return false;
    return boxQuad(box, false).some(
      (corner) =>
        corner.x < margin ||
        corner.y < margin ||
        corner.x > picture.width - margin ||
        corner.y > picture.height - margin,
    );
  });
}

/** A part of a picture, in its own pixels. */
export interface VideoPart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What a stage shows of the camera's picture when it is filled (`object-fit: cover`): what a person
 * does not see is neither judged nor sent.
 */
export function visiblePart(picture: Size, stage: Size): VideoPart {
  const { width, height } = picture;
  if (stage.width <= 0 || stage.height <= 0) return { left: 0, top: 0, width, height };
  const scale = Math.max(stage.width / width, stage.height / height);
  const seenWidth = Math.min(width, Math.round(stage.width / scale));
  const seenHeight = Math.min(height, Math.round(stage.height / scale));
  return {
    left: Math.floor((width - seenWidth) / 2),
    top: Math.floor((height - seenHeight) / 2),
    width: seenWidth,
    height: seenHeight,
  };
}

/** The middle of a part, no larger than `sidePx` either way. */
export function middleOf(part: VideoPart, sidePx: number): VideoPart {
  const width = Math.min(part.width, sidePx);
  const height = Math.min(part.height, sidePx);
  return {
    left: part.left + Math.floor((part.width - width) / 2),
    top: part.top + Math.floor((part.height - height) / 2),
    width,
    height,
  };
}

/** How long to wait after a look: a device for which it is hard work gets twice the time to rest. */
export function pauseAfterLook(tookMs: number): number {
  return tookMs > 200 ? Math.min(2000, tookMs * 2) : 120;
}

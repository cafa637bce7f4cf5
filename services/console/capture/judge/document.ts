import { glareShare } from '../../../../shared/images/glare';
import { brightLevel } from '../../../../shared/images/grey-picture';
import type { GreyImage, Place } from './grey-image';
import { findQuad, type Quad } from './quad';
import { textureOf } from './sharpness';

export type DocumentHint =
  | 'no_document'
  | 'come_closer'
  | 'move_away'
  | 'hold_still'
  | 'too_dark'
  | 'glare'
  | 'blurred'
  | 'good';

/** What one frame shows. It only guides the person: the server judges the picture itself. */
export interface DocumentLook {
  readonly hint: DocumentHint;
  /** Clockwise from the upper left, in shares of the frame; null where no document is seen. */
  readonly corners: readonly Place[] | null;
  /** 0–1, to choose the best of several frames by; null where there is nothing to judge. */
  readonly sharpness: number | null;
}

/** A small picture has small patches, and its bright pixels are mixed with their neighbours. */
const glareLooks = { tilePx: 4, clipped: 252 };

/** Limits, read off the made-up documents (`test/pure/console/capture/document-look.test.ts`). */
const limits = {
  /** The server's own limit is 90 (`shared/images/quality-hints.ts`): here there is time to do better. */
  brightLevel: 95,
  roomLevel: 60,
  glareShare: 0.006,
  /** Of the small copy; out of focus lies well below, sharp print well above. */
  sharpness: 0.1,
  /** Of the enlarged part, where a pixel is the camera's own. */
  detailSharpness: 0.045,
  /** The share of the frame's width or height that the document spans. */
  span: 0.6,
  /** Print and portrait make most of a document's tiles busy; an empty sheet has none. */
  busy: 0.12,
  /** ID-1 is 1.59, an open passport 1.41; the rest is tilt. */
  narrowest: 1.15,
  widest: 2.1,
  /** How far a corner may move between two looks, in shares of the frame. */
  movement: 0.03,
  border: 0.008,
} as const;

export interface DocumentFrame {
  readonly whole: GreyImage;
  /** The middle of the picture in the camera's own pixels, where it can be had. */
  readonly detail: GreyImage | null;
}

/** Judges a frame; the look before it tells whether the hand is still. */
export function lookAtDocument(frame: DocumentFrame, before: DocumentLook | null): DocumentLook {
  const { whole, detail } = frame;
  const bright = brightLevel(whole);
  const quad = findQuad(whole);
  if (quad === null) {
    // A dark table without a document is no dark room.
    const dark = bright < limits.roomLevel;
    return { hint: dark ? 'too_dark' : 'no_document', corners: null, sharpness: null };
  }
  const box = boxOf(quad);
  const texture = textureOf(whole, box);
  const close =
    detail === null
      ? null
      : textureOf(detail, { left: 0, top: 0, right: detail.width, bottom: detail.height });
  const sharpness = close?.sharpness ?? texture.sharpness;
  const corners = quad.corners.map(({ x, y }) => ({ x: x / whole.width, y: y / whole.height }));
  const look = (hint: DocumentHint): DocumentLook => ({ hint, corners, sharpness });
  if (texture.busy < limits.busy) return { hint: 'no_document', corners: null, sharpness };
  if (bright < limits.brightLevel) return look('too_dark');
  if (quad.cutSides > 0 || atBorder(corners)) return look('move_away');
  if (!hasDocumentShape(quad)) return { hint: 'no_document', corners: null, sharpness };
  if (spanOf(corners) < limits.span) return look('come_closer');
  if (glareShare(whole, glareLooks) > limits.glareShare) return look('glare');
  if (hasMoved(corners, before?.corners ?? null)) return look('hold_still');
  const blurred =
    (texture.sharpness ?? 0) < limits.sharpness ||
    (close !== null && close.sharpness !== null && close.sharpness < limits.detailSharpness);
  return look(blurred ? 'blurred' : 'good');
}

function boxOf(quad: Quad): { left: number; top: number; right: number; bottom: number } {
  const xs = quad.corners.map((corner) => corner.x);
  const ys = quad.corners.map((corner) => corner.y);
  return {
    left: Math.floor(Math.min(...xs)),
    top: Math.floor(Math.min(...ys)),
    right: Math.ceil(Math.max(...xs)),
    bottom: Math.ceil(Math.max(...ys)),
  };
}

function hasDocumentShape(quad: Quad): boolean {
  const [a, b, c, d] = quad.corners;
  const width = (distance(a, b) + distance(d, c)) / 2;
  const height = (distance(a, d) + distance(b, c)) / 2;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  return ratio >= limits.narrowest && ratio <= limits.widest;
}

function atBorder(corners: readonly Place[]): boolean {
  const near = limits.border;
  return corners.some(({ x, y }) => x < near || y < near || x > 1 - near || y > 1 - near);
}

/** However the frame is held: a card across a phone held upright can span its width only. */
function spanOf(corners: readonly Place[]): number {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** Whether a hand moved between two looks; with nothing before, one look more is asked for. */
function hasMoved(corners: readonly Place[], before: readonly Place[] | null): boolean {
  if (before === null) return true;
  return corners.some((corner, index) => {
    const earlier = before[index];
    return earlier === undefined || distance(corner, earlier) > limits.movement;
  });
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

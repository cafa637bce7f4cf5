/** CSS pixels of a stage, or pixels of a picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place on a stage in CSS pixels, from its middle. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** A part of a turned picture, in shares of it. */
export interface Part extends Size {
  readonly left: number;
  readonly top: number;
}

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** How a picture is looked at, whatever the sizes of it and of the stage. */
export interface Look {
  /** 1: the whole picture just fits. */
  readonly zoom: number;
  /** The point of the turned picture in the stage's middle, in shares of it. */
  readonly x: number;
  readonly y: number;
  readonly turn: Turn;
}

export interface Framed {
  readonly stage: Size;
  readonly picture: Size;
}

/** How an image element whose middle lies in the stage's is moved. */
export interface Placement extends Offset {
  readonly scale: number;
  readonly turn: Turn;
}

export const zoomRange = { least: 1, most: 24 } as const;

export const wholePicture: Look = { zoom: 1, x: 0.5, y: 0.5, turn: 0 };

const nextTurn: Readonly<Record<Turn, Turn>> = { 0: 90, 90: 180, 180: 270, 270: 0 };

/** A size that can be divided by. */
export function isMeasured({ width, height }: Size): boolean {
  return width > 0 && height > 0;
}

export function placementOf(framed: Framed, look: Look): Placement {
  const shown = shownSize(framed, look);
  return {
    x: (0.5 - look.x) * shown.width,
    y: (0.5 - look.y) * shown.height,
    scale: fitScale(framed, look.turn) * look.zoom,
    turn: look.turn,
  };
}

/** The point of the turned picture under a place of the stage, in shares of it. */
export function pointUnder(framed: Framed, look: Look, { x, y }: Offset): Offset {
  const shown = shownSize(framed, look);
  return { x: look.x + x / shown.width, y: look.y + y / shown.height };
}

/** The factor that the range leaves of the wished one. */
export function allowedFactor({ zoom }: Look, factor: number): number {
  return clamp(zoom * factor, zoomRange.least, zoomRange.most) / zoom;
}

/** Keeps what lies under the anchor where it is, unless an edge would come into the stage. */
export function zoomBy(framed: Framed, look: Look, factor: number, anchor: Offset): Look {
  const under = pointUnder(framed, look, anchor);
  const zoomed = { ...look, zoom: look.zoom * allowedFactor(look, factor) };
  const shown = shownSize(framed, zoomed);
  return within(framed, {
    ...zoomed,
    x: under.x - anchor.x / shown.width,
    y: under.y - anchor.y / shown.height,
  });
}

/** Moves the picture along with a finger. */
export function panBy(framed: Framed, look: Look, { x, y }: Offset): Look {
  const shown = shownSize(framed, look);
  return within(framed, { ...look, x: look.x - x / shown.width, y: look.y - y / shown.height });
}

/** A quarter clockwise; what was in the middle stays there. */
export function turnOn(framed: Framed, look: Look): Look {
  const { x, y, turn } = look;
  return within(framed, { ...look, x: 1 - y, y: x, turn: nextTurn[turn] });
}

/** The part as large as the stage takes it. */
export function showPart(framed: Framed, look: Look, part: Part): Look {
  const whole = shownSize(framed, { ...look, zoom: 1 });
  const wished = Math.min(
    framed.stage.width / (whole.width * part.width),
    framed.stage.height / (whole.height * part.height),
  );
  return within(framed, {
    ...look,
    zoom: clamp(wished, zoomRange.least, zoomRange.most),
    x: part.left + part.width / 2,
    y: part.top + part.height / 2,
  });
}

/** The same look after the stage or the picture became another size. */
export function within(framed: Framed, look: Look): Look {
  const shown = shownSize(framed, look);
  return {
    ...look,
    x: centred(look.x, framed.stage.width / shown.width),
    y: centred(look.y, framed.stage.height / shown.height),
  };
}

/** A picture that does not fill the stage stands in the middle; any other leaves no gap at an edge. */
function centred(middle: number, seenShare: number): number {
  return seenShare >= 1 ? 0.5 : clamp(middle, seenShare / 2, 1 - seenShare / 2);
}

function shownSize(framed: Framed, { zoom, turn }: Look): Size {
  const { width, height } = turned(framed.picture, turn);
  const scale = fitScale(framed, turn) * zoom;
  return { width: width * scale, height: height * scale };
}

function fitScale({ stage, picture }: Framed, turn: Turn): number {
  const { width, height } = turned(picture, turn);
  return Math.min(stage.width / width, stage.height / height);
}

function turned({ width, height }: Size, turn: Turn): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

import {
  allowedFactor,
  isMeasured,
  panBy,
  showPart,
  turnOn,
  wholePicture,
  within,
  zoomBy,
  type Framed,
  type Look,
  type Offset,
  type Part,
  type Size,
} from './geometry';

export const sides = ['left', 'right'] as const;
export type Side = (typeof sides)[number];

export interface Pane extends Framed {
  /** Null while there is nothing to look at. */
  readonly documentId: string | null;
  readonly look: Look;
}

/** Two pictures beside each other. */
export interface Panes {
  readonly left: Pane;
  readonly right: Pane;
  /** The one that keys act upon. */
  readonly active: Side;
  /** Zoom and movement of one are the other's too. */
  readonly areTogether: boolean;
}

export type PaneAction =
  | { readonly kind: 'place'; readonly side: Side; readonly documentId: string | null }
  | { readonly kind: 'stage'; readonly side: Side; readonly size: Size }
  | { readonly kind: 'picture'; readonly side: Side; readonly size: Size }
  | { readonly kind: 'activate'; readonly side: Side }
  | { readonly kind: 'together'; readonly areTogether: boolean }
  | { readonly kind: 'zoom'; readonly side: Side; readonly factor: number; readonly anchor: Offset }
  | { readonly kind: 'pan'; readonly side: Side; readonly by: Offset }
  | { readonly kind: 'turn'; readonly side: Side }
  | { readonly kind: 'part'; readonly side: Side; readonly part: Part }
  | { readonly kind: 'whole' }
  | { readonly kind: 'swap' };

const unmeasured: Size = { width: 0, height: 0 };
const emptyPane: Pane = {
  documentId: null,
  stage: unmeasured,
  picture: unmeasured,
  look: wholePicture,
};

export function firstPanes(left: string | null, right: string | null): Panes {
  return {
    left: { ...emptyPane, documentId: left },
    right: { ...emptyPane, documentId: right },
    active: 'left',
    areTogether: true,
  };
}

export function reducePanes(panes: Panes, action: PaneAction): Panes {
  switch (action.kind) {
    case 'place':
      return placed(panes, action.side, action.documentId);
    case 'stage':
    case 'picture':
      return measured(panes, action);
    case 'activate':
      return panes.active === action.side ? panes : { ...panes, active: action.side };
    case 'together':
      return { ...panes, areTogether: action.areTogether };
    case 'zoom': {
      const factor = commonFactor(panes, action.side, action.factor);
      return moved(panes, moving(panes, action.side), (framed, look) =>
        zoomBy(framed, look, factor, action.anchor),
      );
    }
    case 'pan':
      return moved(panes, moving(panes, action.side), (framed, look) =>
        panBy(framed, look, action.by),
      );
    case 'turn':
      return moved(panes, [action.side], turnOn);
    case 'part':
      return moved(panes, [action.side], (framed, look) => showPart(framed, look, action.part));
    case 'whole':
      return moved(panes, sides, (_framed, look) => ({ ...wholePicture, turn: look.turn }));
    case 'swap':
      return swapped(panes);
  }
}

function placed(panes: Panes, side: Side, documentId: string | null): Panes {
  const pane = panes[side];
  if (pane.documentId === documentId) return panes;
  // Its size is not known until it is there.
  const next = { ...pane, documentId, picture: unmeasured, look: wholePicture };
  return { ...panes, [side]: next };
}

function measured(
  panes: Panes,
  { kind, side, size }: Extract<PaneAction, { kind: 'stage' | 'picture' }>,
): Panes {
  const pane = panes[side];
  if (pane[kind].width === size.width && pane[kind].height === size.height) return panes;
  const next = { ...pane, [kind]: size };
  return { ...panes, [side]: isShown(next) ? { ...next, look: within(next, next.look) } : next };
}

/** A picture keeps how it is looked at; a stage keeps its size. */
function swapped(panes: Panes): Panes {
  const { left, right } = panes;
  const onto = (from: Pane, { stage }: Pane): Pane => {
    const next = { ...from, stage };
    return isShown(next) ? { ...next, look: within(next, next.look) } : next;
  };
  return { ...panes, left: onto(right, left), right: onto(left, right) };
}

function moving(panes: Panes, side: Side): readonly Side[] {
  return panes.areTogether ? sides : [side];
}

/** As far as all that move can go: so they stay as large to each other as they were. */
function commonFactor(panes: Panes, side: Side, factor: number): number {
  const allowed = moving(panes, side)
    .filter((one) => isShown(panes[one]))
    .map((one) => allowedFactor(panes[one].look, factor));
  return factor > 1 ? Math.min(factor, ...allowed) : Math.max(factor, ...allowed);
}

function moved(
  panes: Panes,
  which: readonly Side[],
  move: (framed: Framed, look: Look) => Look,
): Panes {
  const next = (side: Side): Pane => {
    const pane = panes[side];
    if (!which.includes(side) || !isShown(pane)) return pane;
    return { ...pane, look: move(pane, pane.look) };
  };
  return { ...panes, left: next('left'), right: next('right') };
}

function isShown(framed: Framed): boolean {
  return isMeasured(framed.stage) && isMeasured(framed.picture);
}

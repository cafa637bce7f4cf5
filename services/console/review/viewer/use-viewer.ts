import { useEffect, useReducer, useState } from 'react';
import type { Part } from './geometry';
import { asItIs, type Enhancement } from './enhancement';
import { firstPanes, reducePanes, sides, type PaneAction, type Panes } from './panes';
import { firstPair, type Pictures } from './pictures';

/** Slower than the three flashes a second that WCAG 2.3.1 allows. */
const flickerEveryMs = 600;

export interface ViewerState {
  readonly panes: Panes;
  readonly dispatch: (action: PaneAction) => void;
  readonly enhancement: Enhancement;
  readonly enhance: (change: Partial<Enhancement>) => void;
  /** Both lie upon each other, and the active one on top. */
  readonly isFlickering: boolean;
  readonly flicker: (isOn: boolean) => void;
  /** The other one on top, or the two the other way around. */
  readonly turnOver: () => void;
  /** Shows a part of the active picture large. */
  readonly show: (part: Part) => void;
  readonly zoom: (factor: number) => void;
}

export function useViewer(pictures: Pictures): ViewerState {
  const [panes, dispatch] = useReducer(reducePanes, pictures, (first) =>
    firstPanes(...firstPair(first)),
  );
  const [enhancement, setEnhancement] = useState(asItIs);
  const [isFlickering, flicker] = useState(false);
  const other = panes.active === 'left' ? 'right' : 'left';
  usePlaces(pictures, panes, dispatch);
  useAlternation(isFlickering, () => dispatch({ kind: 'activate', side: other }));
  return {
    ...{ panes, dispatch, enhancement, isFlickering, flicker },
    enhance: (change) => setEnhancement((before) => ({ ...before, ...change })),
    turnOver: () => dispatch(isFlickering ? { kind: 'activate', side: other } : { kind: 'swap' }),
    show: (part) => dispatch({ kind: 'part', side: panes.active, part }),
    zoom: (factor) =>
      dispatch({ kind: 'zoom', side: panes.active, factor, anchor: { x: 0, y: 0 } }),
  };
}

/** A picture that came while the viewer was open takes an empty place; the person may have been asked again. */
function usePlaces(
  pictures: Pictures,
  { left, right }: Panes,
  dispatch: (action: PaneAction) => void,
): void {
  const places = { left: left.documentId, right: right.documentId };
  const [first, second] = firstPair(pictures);
  const wanted = { left: first, right: second };
  const empty = sides.find((side) => places[side] === null && wanted[side] !== null);
  const documentId = empty === undefined ? null : wanted[empty];
  useEffect(() => {
    if (empty !== undefined) dispatch({ kind: 'place', side: empty, documentId });
  }, [empty, documentId, dispatch]);
}

/** By itself only for who did not ask for less movement; `W` does it for everybody. */
function useAlternation(isOn: boolean, alternate: () => void): void {
  useEffect(() => {
    if (!isOn || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    const timer = setTimeout(alternate, flickerEveryMs);
    return () => clearTimeout(timer);
  });
}

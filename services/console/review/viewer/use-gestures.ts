import { useEffect, type RefObject } from 'react';
import type { Offset } from './geometry';
import { gestureOf, wheelFactor } from './gesture';
import type { PaneAction, Side } from './panes';

/** Wheel, pinch and drag on a stage. Listened to directly: React's own wheel listener could not keep the page still. */
export function useGestures(
  stage: RefObject<HTMLElement | null>,
  side: Side,
  dispatch: (action: PaneAction) => void,
): void {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    let fingers = new Map<number, Offset>();
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      dispatch({ kind: 'zoom', side, factor: wheelFactor(event), anchor: placeOn(element, event) });
    };
    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, placeOn(element, event));
      dispatch({ kind: 'activate', side });
    };
    const onMove = (event: PointerEvent): void => {
      if (!fingers.has(event.pointerId)) return;
      const after = new Map(fingers).set(event.pointerId, placeOn(element, event));
      const gesture = gestureOf(fingers, after);
      fingers = after;
      if (gesture === null) return;
      dispatch({ kind: 'pan', side, by: gesture.by });
      if (gesture.factor === 1) return;
      dispatch({ kind: 'zoom', side, factor: gesture.factor, anchor: gesture.anchor });
    };
    const onUp = (event: PointerEvent): void => void fingers.delete(event.pointerId);
    element.addEventListener('wheel', onWheel, { passive: false, signal });
    element.addEventListener('pointerdown', onDown, { signal });
    element.addEventListener('pointermove', onMove, { signal });
    element.addEventListener('pointerup', onUp, { signal });
    element.addEventListener('pointercancel', onUp, { signal });
    return () => listening.abort();
  }, [stage, side, dispatch]);
}

function placeOn(element: HTMLElement, event: MouseEvent): Offset {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
}

import { useEffect, useRef } from 'preact/hooks';
import { colourAt } from '../../../../shared/domain/checks/colour-at';
import type { ShownColour } from '../../../../shared/domain/checks/liveness-colours';

interface ColouredLightShape {
  readonly colours: readonly ShownColour[];
  /** Called once, when the first colour is on the screen. */
  readonly onShown: () => void;
}

/**
 * Fills the screen around the face with the colours that the server drew, in a ring. They are soft, and each stays
 * half a second at least: two changes a second, where three are safe for everybody (WCAG 2.3.1).
 */
export function ColouredLight({ colours, onShown }: ColouredLightShape) {
  const shown = useRef(onShown);
  shown.current = onShown;
  useEffect(() => {
    let next = 0;
    let fromMs: number | null = null;
    const paint = (nowMs: number): void => {
      next = requestAnimationFrame(paint);
      const colour = colourAt(colours, fromMs === null ? 0 : nowMs - fromMs);
      if (colour !== null)
        document.documentElement.style.setProperty('--light', `rgb(${colour.rgb.join(' ')})`);
      if (fromMs !== null) return;
      fromMs = nowMs;
      // The frame in which it is painted ends before the next one begins.
      requestAnimationFrame(() => shown.current());
    };
    next = requestAnimationFrame(paint);
    document.documentElement.classList.add('is-lit');
    return () => {
      cancelAnimationFrame(next);
      document.documentElement.classList.remove('is-lit');
      document.documentElement.style.removeProperty('--light');
    };
  }, [colours]);
  return <div class="coloured-light" aria-hidden="true" />;
}

import { useShortcut } from '../parts/shortcut';
import { useText } from '../parts/words';
import { portraitPart, zonePart } from './presets';
import type { ViewerState } from './use-viewer';

export const zoomStep = 1.25;

/** Every button of the viewer's by a key; arrows move the picture that has the focus. */
export function ViewerKeys({ viewer }: { readonly viewer: ViewerState }) {
  const t = useText();
  const { panes, dispatch, enhancement, enhance, isFlickering } = viewer;
  const key = (keys: string, label: string, run: () => void) => ({ keys, label, run });
  const zoomIn = (): void => viewer.zoom(zoomStep);
  useShortcut(key('+', t('viewer.zoom_in'), zoomIn));
  // Where a plus needs Shift.
  useShortcut(key('=', t('viewer.zoom_in'), zoomIn));
  useShortcut(key('-', t('viewer.zoom_out'), () => viewer.zoom(1 / zoomStep)));
  useShortcut(key('0', t('viewer.whole'), () => dispatch({ kind: 'whole' })));
  useShortcut(key('r', t('viewer.turn'), () => dispatch({ kind: 'turn', side: panes.active })));
  useShortcut(key('z', t('viewer.zone'), () => viewer.show(zonePart)));
  useShortcut(key('p', t('viewer.portrait'), () => viewer.show(portraitPart)));
  useShortcut(key('w', t('viewer.turn_over'), viewer.turnOver));
  useShortcut(key('f', t('viewer.flicker'), () => viewer.flicker(!isFlickering)));
  useShortcut(
    key('t', t('viewer.together'), () =>
      dispatch({ kind: 'together', areTogether: !panes.areTogether }),
    ),
  );
  useShortcut(
    key('c', t('viewer.hasContrast'), () => enhance({ hasContrast: !enhancement.hasContrast })),
  );
  useShortcut(
    key('x', t('viewer.isSharpened'), () => enhance({ isSharpened: !enhancement.isSharpened })),
  );
  useShortcut(
    key('i', t('viewer.isInverted'), () => enhance({ isInverted: !enhancement.isInverted })),
  );
  return null;
}

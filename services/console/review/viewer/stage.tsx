import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { Problem } from '../parts/problem';
import { useText } from '../parts/words';
import { placementOf, isMeasured, type Offset } from './geometry';
import type { Pane, PaneAction, Side } from './panes';
import type { StoredDocument } from './pictures';
import { useGestures } from './use-gestures';
import { useTold } from './use-told';
import { usePicture } from './use-pictures';
import { Watermark } from './watermark';

interface StageProps {
  readonly sessionId: string;
  readonly side: Side;
  readonly pane: Pane;
  readonly document: StoredDocument | undefined;
  readonly isActive: boolean;
  /** Lies under the other one, with which it is compared. */
  readonly isUnder: boolean;
  readonly filter: string;
  readonly isHidden: boolean;
  readonly watermark: string;
  readonly dispatch: (action: PaneAction) => void;
}

const panStepPx = 48;
const steps: Readonly<Partial<Record<string, Offset>>> = {
  ArrowLeft: { x: panStepPx, y: 0 },
  ArrowRight: { x: -panStepPx, y: 0 },
  ArrowUp: { x: 0, y: panStepPx },
  ArrowDown: { x: 0, y: -panStepPx },
};

/** One picture in its frame, which wheel, fingers and arrows move. */
export function Stage({ sessionId, side, pane, document, ...props }: StageProps) {
  const { isActive, isUnder, filter, isHidden, watermark, dispatch } = props;
  const t = useText();
  const told = useTold();
  const stage = useRef<HTMLDivElement>(null);
  const { url, problem, retry } = usePicture(sessionId, document);
  useGestures(stage, side, dispatch);
  useMeasured(stage, side, dispatch);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    dispatch({ kind: 'pan', side, by });
  };
  const name = document === undefined ? t('viewer.nothing') : told.nameOf(document);
  return (
    <div
      ref={stage}
      className="stage"
      role="group"
      aria-label={t(`viewer.stage.${side}`, { name })}
      aria-describedby="viewer-keys"
      tabIndex={0}
      data-side={side}
      data-active={isActive || undefined}
      data-under={isUnder || undefined}
      data-hidden={isHidden || undefined}
      data-zoomed={pane.look.zoom > 1 || undefined}
      onFocus={() => dispatch({ kind: 'activate', side })}
      onKeyDown={onKeyDown}
    >
      {document === undefined ? <p className="stage-note">{t('viewer.nothing')}</p> : null}
      {url === undefined && document !== undefined && problem === null ? (
        <p className="stage-note">{t('viewer.fetching')}</p>
      ) : null}
      {problem === null ? null : <Problem cause={problem} onRetry={retry} />}
      {url === undefined || document === undefined ? null : (
        <>
          <div className="stage-view" style={{ filter }}>
            <img
              src={url}
              alt={told.altOf(document)}
              draggable={false}
              style={placed(pane)}
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
                dispatch({ kind: 'picture', side, size: { width, height } })
              }
            />
          </div>
          <Watermark text={watermark} />
        </>
      )}
      {isHidden && url !== undefined ? <p className="stage-note">{t('viewer.hidden')}</p> : null}
    </div>
  );
}

/** Nothing is shown in a size that it will not keep. */
function placed(pane: Pane) {
  if (!isMeasured(pane.stage) || !isMeasured(pane.picture))
    return { visibility: 'hidden' as const };
  const { x, y, scale, turn } = placementOf(pane, pane.look);
  const middle = `translate(calc(-50% + ${px(x)}), calc(-50% + ${px(y)}))`;
  return { transform: `${middle} rotate(${String(turn)}deg) scale(${scale.toFixed(5)})` };
}

function px(value: number): string {
  return `${value.toFixed(2)}px`;
}

function useMeasured(
  stage: RefObject<HTMLElement | null>,
  side: Side,
  dispatch: (action: PaneAction) => void,
): void {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      dispatch({ kind: 'stage', side, size: { width, height } });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage, side, dispatch]);
}

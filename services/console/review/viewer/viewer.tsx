import { Switch } from '../parts/switch';
import { useWords } from '../parts/words';
import { useMe } from '../session/me';
import { Disclosed } from './disclosed';
import { filterOf } from './enhancement';
import { Filmstrip } from './filmstrip';
import { useKeptSwitch } from './kept-setting';
import type { Measured } from './measured';
import { sides } from './panes';
import type { Pictures, StoredDocument } from './pictures';
import { SharpenFilter } from './sharpen-filter';
import { Stage } from './stage';
import { Thumbnail } from './thumbnail';
import { Toolbar } from './toolbar';
import { useInFront } from './use-in-front';
import { useTold } from './use-told';
import { useViewer } from './use-viewer';
import { ViewerKeys } from './viewer-keys';

interface ViewerProps {
  readonly sessionId: string;
  readonly pictures: Pictures;
  readonly measured: Measured | null;
}

/** A session's pictures, two beside each other; its buttons are keys too, and nothing of it stays in a cache. */
export function Viewer({ sessionId, pictures, measured }: ViewerProps) {
  const { t, language } = useWords();
  const { user } = useMe();
  const told = useTold();
  const viewer = useViewer(pictures);
  const [hides, setHides] = useKeptSwitch('hide-pictures');
  const isInFront = useInFront();
  const isHidden = hides && !isInFront;
  const { panes, dispatch, enhancement, isFlickering } = viewer;
  const byId = everyPicture(pictures);
  const shownIds = sides.map((side) => panes[side].documentId);
  const choose = ({ id: documentId }: StoredDocument): void =>
    dispatch({ kind: 'place', side: panes.active, documentId });
  const active = panes[panes.active];
  const thumbnail = (document: StoredDocument, position?: number) => (
    <li key={document.id}>
      <Thumbnail
        sessionId={sessionId}
        document={document}
        {...(position === undefined || position > 8 ? {} : { shortcut: String(position + 1) })}
        isShown={shownIds.includes(document.id)}
        isHidden={isHidden}
        onChoose={() => choose(document)}
      />
    </li>
  );
  return (
    <div className="viewer">
      <ViewerKeys viewer={viewer} />
      <SharpenFilter />
      <p id="viewer-keys" className="unseen">
        {t('viewer.keys')}
      </p>
      <Toolbar viewer={viewer} zoom={zoomText(active.look.zoom, language)} />
      <div className="stages" data-flicker={isFlickering || undefined}>
        {sides.map((side) => (
          <Stage
            key={side}
            sessionId={sessionId}
            side={side}
            pane={panes[side]}
            document={byId.get(panes[side].documentId ?? '')}
            isActive={panes.active === side}
            isUnder={isFlickering && panes.active !== side}
            filter={filterOf(enhancement)}
            isHidden={isHidden}
            watermark={user.id}
            dispatch={dispatch}
          />
        ))}
      </div>
      <p className="unseen" role="status">
        {t('viewer.status', {
          name: nameOf(byId.get(active.documentId ?? '')),
          zoom: zoomText(active.look.zoom, language),
          turn: active.look.turn,
        })}
      </p>
      <ul className="thumbnails" aria-label={t('viewer.pictures')}>
        {pictures.current.map(thumbnail)}
      </ul>
      <Filmstrip
        sessionId={sessionId}
        challenges={pictures.challenges}
        shownIds={shownIds}
        isHidden={isHidden}
        measured={measured}
        onChoose={choose}
      />
      {pictures.earlier.length === 0 ? null : (
        <Disclosed title={t('viewer.earlier', { count: pictures.earlier.length })}>
          <ul className="thumbnails">{pictures.earlier.map((one) => thumbnail(one))}</ul>
        </Disclosed>
      )}
      <Switch isSelected={hides} onChange={setHides}>
        {t('viewer.hides')}
      </Switch>
    </div>
  );

  function nameOf(document: StoredDocument | undefined): string {
    return document === undefined ? t('viewer.nothing') : told.nameOf(document);
  }
}

function everyPicture({ current, earlier, challenges }: Pictures) {
  const frames = challenges.flatMap((one) => one.frames);
  return new Map([...current, ...earlier, ...frames].map((one) => [one.id, one]));
}

function zoomText(zoom: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(zoom);
}

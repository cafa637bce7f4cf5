import { Button } from 'react-aria-components';
import { useShortcut } from '../parts/shortcut';
import { useText } from '../parts/words';
import { isImage, type StoredDocument } from './pictures';
import { useFetchPicture, usePicture } from './use-pictures';
import { useTold } from './use-told';

/** For screens with two pixels to one of CSS's. */
const thumbnailPx = 192;

interface ThumbnailProps {
  readonly sessionId: string;
  readonly document: StoredDocument;
  /** Beneath it; without it, what it is. */
  readonly caption?: string;
  /** What was measured in it, and whether it shows what was asked. */
  readonly note?: string;
  readonly shows?: boolean;
  readonly shortcut?: string;
  readonly isShown: boolean;
  readonly isHidden: boolean;
  readonly onChoose: () => void;
}

/** A small picture that puts itself into the active place; a file that is no picture is saved instead. */
export function Thumbnail({ document, ...props }: ThumbnailProps) {
  return isImage(document) ? (
    <PictureThumbnail {...props} document={document} />
  ) : (
    <FileThumbnail {...props} document={document} />
  );
}

function PictureThumbnail({ sessionId, document, isShown, isHidden, ...props }: ThumbnailProps) {
  const { shortcut, onChoose, note, shows } = props;
  const t = useText();
  const told = useTold();
  const { url, problem } = usePicture(sessionId, document, thumbnailPx);
  const name = told.nameOf(document);
  useShortcut(
    shortcut === undefined
      ? null
      : { keys: shortcut, label: t('viewer.show', { name }), run: onChoose },
  );
  return (
    <Button
      className="thumbnail"
      aria-current={isShown}
      data-shown={isShown || undefined}
      data-hidden={isHidden || undefined}
      onPress={onChoose}
    >
      <span className="thumbnail-picture">
        {url === undefined ? null : <img src={url} alt="" draggable={false} />}
        {problem === null ? null : <span aria-hidden="true">?</span>}
      </span>
      <Caption shortcut={shortcut} more={told.moreOf(document)}>
        {props.caption ?? name}
      </Caption>
      {note === undefined ? null : (
        <span className="thumbnail-note" data-shows={shows}>
          {shows === undefined ? null : <span aria-hidden="true">{shows ? '✓ ' : '✗ '}</span>}
          {note}
          {shows === undefined ? null : (
            <span className="unseen">, {t(shows ? 'viewer.shows' : 'viewer.shows_not')}</span>
          )}
        </span>
      )}
    </Button>
  );
}

function FileThumbnail({ sessionId, document, caption }: ThumbnailProps) {
  const t = useText();
  const told = useTold();
  const fetchFor = useFetchPicture(sessionId);
  const save = async (): Promise<void> => {
    const url = URL.createObjectURL(await fetchFor(document, {}));
    const link = Object.assign(window.document.createElement('a'), {
      href: url,
      download: `${document.doc_type}.pdf`,
    });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button className="thumbnail" onPress={() => void save()}>
      <span className="thumbnail-picture" aria-hidden="true">
        PDF
      </span>
      <Caption more={t('viewer.save_file')}>{caption ?? told.nameOf(document)}</Caption>
    </Button>
  );
}

interface CaptionProps {
  readonly shortcut?: string | undefined;
  /** For who cannot see the picture above it. */
  readonly more: string;
  readonly children: string;
}

function Caption({ shortcut, more, children }: CaptionProps) {
  return (
    <span className="thumbnail-caption">
      {shortcut === undefined ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
      {children}
      <span className="unseen">, {more}</span>
    </span>
  );
}

import { useState } from 'react';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Problem } from '../../parts/problem';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { useKeptSwitch } from '../../viewer/kept-setting';
import { firstPair, type StoredDocument } from '../../viewer/pictures';
import { useInFront } from '../../viewer/use-in-front';
import { usePicture, usePictures } from '../../viewer/use-pictures';
import { useTold } from '../../viewer/use-told';

/** As large as two of them are beside each other on a wide screen. */
const comparedPx = 768;

interface CompareSessionProps {
  readonly sessionId: string;
  readonly otherId: string;
}

/** The pictures of two sessions beside each other, for whoever may see pictures. */
export function CompareSession({ sessionId, otherId }: CompareSessionProps) {
  const t = useText();
  const may = useMay('documents:read');
  const [isOpen, setOpen] = useState(false);
  const id = otherId.slice(-6);
  if (!may) return null;
  return (
    <>
      <Button
        isSmall
        aria-label={t('checks.duplicates.compare.named', { id })}
        onPress={() => setOpen(true)}
      >
        {t('checks.duplicates.compare')}
      </Button>
      <Dialog
        isWide
        title={t('checks.duplicates.compare.title', { id })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <div className="beside">
          <SessionPictures title={t('checks.duplicates.this')} sessionId={sessionId} />
          <SessionPictures title={t('checks.duplicates.session', { id })} sessionId={otherId} />
        </div>
        <div className="dialog-actions">
          <Button onPress={() => setOpen(false)}>{t('dialog.close')}</Button>
        </div>
      </Dialog>
    </>
  );
}

/** Its document and its face, as the viewer begins with them. */
function SessionPictures({
  title,
  sessionId,
}: {
  readonly title: string;
  readonly sessionId: string;
}) {
  const t = useText();
  const { pictures, problem, retry } = usePictures(sessionId);
  const shown = pictures === undefined ? [] : firstPair(pictures);
  const documents = shown.flatMap((id) => pictures?.current.find((one) => one.id === id) ?? []);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {problem === null ? null : <Problem cause={problem} onRetry={retry} />}
      {pictures !== undefined && documents.length === 0 ? (
        <p className="soft">{t('viewer.none')}</p>
      ) : null}
      {documents.map((document) => (
        <Compared key={document.id} sessionId={sessionId} document={document} />
      ))}
    </section>
  );
}

function Compared({
  sessionId,
  document,
}: {
  readonly sessionId: string;
  readonly document: StoredDocument;
}) {
  const t = useText();
  const told = useTold();
  const [hides] = useKeptSwitch('hide-pictures');
  const isInFront = useInFront();
  const { url, problem, retry } = usePicture(sessionId, document, comparedPx);
  if (problem !== null) return <Problem cause={problem} onRetry={retry} />;
  if (url === undefined) return <p className="soft">{t('viewer.fetching')}</p>;
  const isHidden = hides && !isInFront;
  return (
    <figure data-hidden={isHidden || undefined}>
      <img src={url} alt={told.altOf(document)} draggable={false} />
      <figcaption>{isHidden ? t('viewer.hidden') : told.nameOf(document)}</figcaption>
    </figure>
  );
}

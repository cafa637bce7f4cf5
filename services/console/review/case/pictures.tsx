import type { ComponentProps, ReactNode } from 'react';
import { isRefusedAs } from '../api/problem';
import { Empty } from '../parts/empty';
import { Problem } from '../parts/problem';
import { useText } from '../parts/words';
import { useMay } from '../session/me';
import { usePictures } from '../viewer/use-pictures';
import { useReview } from './judged/use-review';
import { Viewer } from '../viewer/viewer';

interface CasePicturesProps {
  readonly caseId: string;
  readonly sessionId: string;
  /** Looking changes nothing: it is the same for who only reads. */
  readonly isReadOnly: boolean;
}

/** What the person has sent, for whoever may see it. */
export function CasePictures(props: CasePicturesProps) {
  return (
    <PicturesPanel>
      <Reviewed {...props} />
    </PicturesPanel>
  );
}

/** The same of a session, of which there need not be a case, nor measures of its liveness then. */
export function SessionPictures({ sessionId }: Pick<CasePicturesProps, 'sessionId'>) {
  return (
    <PicturesPanel>
      <Shown sessionId={sessionId} measured={null} />
    </PicturesPanel>
  );
}

function PicturesPanel({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const may = useMay('documents:read');
  return (
    <section className="panel case-pictures" aria-labelledby="case-pictures">
      <h2 id="case-pictures">{t('viewer.title')}</h2>
      {may ? children : <p className="soft">{t('viewer.not_yours')}</p>}
    </section>
  );
}

function Reviewed({ caseId, sessionId }: CasePicturesProps) {
  const { data: review } = useReview(caseId);
  // Another case's pictures are looked at afresh.
  return <Shown key={caseId} sessionId={sessionId} measured={review?.liveness ?? null} />;
}

type ShownProps = Pick<ComponentProps<typeof Viewer>, 'sessionId' | 'measured'>;

function Shown({ sessionId, measured }: ShownProps) {
  const t = useText();
  const { pictures, problem, retry } = usePictures(sessionId);
  if (isRefusedAs(problem, 'document_gone')) {
    return (
      <Empty title={t('viewer.gone')}>
        <p>{t('viewer.gone.text')}</p>
      </Empty>
    );
  }
  if (problem !== null) return <Problem cause={problem} onRetry={retry} />;
  if (pictures === undefined) return <p className="soft">{t('loading')}</p>;
  const { current, earlier } = pictures;
  if (current.length + earlier.length === 0) return <Empty title={t('viewer.none')} />;
  return <Viewer key={sessionId} {...{ sessionId, pictures, measured }} />;
}

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
  const t = useText();
  const may = useMay('documents:read');
  return (
    <section className="panel case-pictures" aria-labelledby="case-pictures">
      <h2 id="case-pictures">{t('viewer.title')}</h2>
      {may ? <Shown {...props} /> : <p className="soft">{t('viewer.not_yours')}</p>}
    </section>
  );
}

function Shown({ caseId, sessionId }: CasePicturesProps) {
  const t = useText();
  const { pictures, problem, retry } = usePictures(sessionId);
  const { data: review } = useReview(caseId);
  if (problem !== null) return <Problem cause={problem} onRetry={retry} />;
  if (pictures === undefined) return <p className="soft">{t('loading')}</p>;
  const { current, earlier } = pictures;
  if (current.length + earlier.length === 0) return <Empty title={t('viewer.none')} />;
  // Another case's pictures are looked at afresh.
  return (
    <Viewer
      key={caseId}
      sessionId={sessionId}
      pictures={pictures}
      measured={review?.liveness ?? null}
    />
  );
}

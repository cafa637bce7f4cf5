import { getRouteApi } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { CasePictures } from '../../case/pictures';
import { Page } from '../../parts/page';
import { Problem } from '../../parts/problem';
import { useText } from '../../parts/words';

const route = getRouteApi('/signed-in/cases/$caseId/pictures');

/** A case's pictures alone, for a second monitor beside the case. */
export function PicturesScreen() {
  const t = useText();
  const { caseId } = route.useParams();
  const { data, error, refetch } = useRead('GET /api/v1/cases/{id}', { params: { id: caseId } });
  return (
    <Page title={t('viewer.alone')}>
      {error === null ? null : <Problem cause={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <CasePictures caseId={caseId} sessionId={data.session_id} isReadOnly />
      )}
    </Page>
  );
}

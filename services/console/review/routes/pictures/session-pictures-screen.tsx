import { getRouteApi, Link } from '@tanstack/react-router';
import { SessionPictures } from '../../case/pictures';
import { CopyId } from '../../parts/copy-id';
import { Page } from '../../parts/page';
import { useText } from '../../parts/words';

const route = getRouteApi('/signed-in/sessions/$sessionId/pictures');

/** All that a session's person has sent, whether a case came of it or not. */
export function SessionPicturesScreen() {
  const t = useText();
  const { sessionId } = route.useParams();
  return (
    <Page
      title={t('session.pictures')}
      lead={
        <span className="row">
          <Link to="/sessions/$sessionId" params={{ sessionId }}>
            {t('session.title')}
          </Link>
          <CopyId id={sessionId} />
        </span>
      }
    >
      <SessionPictures sessionId={sessionId} />
    </Page>
  );
}

import { Navigate } from '@tanstack/react-router';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';
import { useText } from '../parts/words';
import { destinationsFor } from '../frame/navigation';
import { useMe } from '../session/me';

/** Nothing by itself: it leads to the first screen that the person may use. */
export function HomeScreen() {
  const t = useText();
  const { scopes, user } = useMe();
  const [first] = destinationsFor(scopes).flatMap(({ destinations }) => destinations);
  if (first !== undefined) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('home.title', { name: user.name })}>
      <Empty title={t('home.nothing')} />
    </Page>
  );
}

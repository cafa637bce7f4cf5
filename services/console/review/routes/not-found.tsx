import { Link } from '@tanstack/react-router';
import { Page } from '../parts/page';
import { useText } from '../parts/words';

export function NotFound() {
  const t = useText();
  return (
    <Page title={t('not_found.title')}>
      <p>{t('not_found.text')}</p>
      <p>
        <Link to="/">{t('not_found.home')}</Link>
      </p>
    </Page>
  );
}

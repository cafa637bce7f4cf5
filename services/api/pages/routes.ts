import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { showLogo } from './logo';
import { showTheme } from './theme';

/** What a browser loads of the person's page. */
export function pagesRoutes(deps: ApiDeps): readonly Route[] {
  return [showTheme(deps), showLogo(deps)];
}

import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { showAsset } from './asset';
import { showCapturePage } from './capture-page';
import { consolePages } from './console-page';
import { embedScripts } from './embed-script';
import { showLogo } from './logo';
import { showRoot } from './root';
import { showTheme } from './theme';

/** What a browser loads of the person's page and of the console. */
export function pagesRoutes(deps: ApiDeps): readonly Route[] {
  return [
    showRoot(deps),
    showCapturePage(deps),
    showAsset(deps),
    showTheme(deps),
    showLogo(deps),
    ...consolePages(deps),
    ...embedScripts(deps),
  ];
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './base-routes';

/** In a window of its own, beside the case. */
export const picturesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId/pictures',
  component: lazyRouteComponent(() => import('./pictures/pictures-screen'), 'PicturesScreen'),
});

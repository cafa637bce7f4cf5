import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './base-routes';

/** In a window of its own, beside the case. */
const casePicturesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId/pictures',
  component: lazyRouteComponent(() => import('./pictures/pictures-screen'), 'PicturesScreen'),
});

/** Of any session: not each becomes a case. */
const sessionPicturesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sessions/$sessionId/pictures',
  component: lazyRouteComponent(
    () => import('./pictures/session-pictures-screen'),
    'SessionPicturesScreen',
  ),
});

export const pictureRoutes = [casePicturesRoute, sessionPicturesRoute] as const;

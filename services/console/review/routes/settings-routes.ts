import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './base-routes';

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-screen'), 'SettingsScreen'),
});

const brandingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings/branding',
  component: lazyRouteComponent(() => import('./settings/branding-screen'), 'BrandingScreen'),
});

export const settingsRoutes = [settingsRoute, brandingRoute] as const;

import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { Gate } from '../sign-in/gate';
import { HomeScreen } from './home';
import { NotFound } from './not-found';

export const rootRoute = createRootRoute();

/** Parent of every screen that needs a sign-in. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Gate,
});

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: HomeScreen,
});

export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./set-up'), 'SetUpScreen'),
});

/** Where somebody comes back to whom the OpenID provider did not let in. */
export const signInRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sign-in',
  validateSearch: z.object({ error: z.catch(z.optional(z.string()), undefined) }),
  component: HomeScreen,
});

/** Within the frame, so that whoever mistyped an address finds the way from there. */
export const anyOtherRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '$',
  component: NotFound,
});

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { signedInRoute } from './base-routes';

/** What is counted, over how many days, and told apart by what. */
const insightSearch = z.object({
  view: z.catch(z.optional(z.enum(['funnel', 'review'])), undefined),
  days: z.catch(z.optional(z.enum(['7', '30', '90'])), undefined),
  by: z.catch(z.optional(z.enum(['country', 'device', 'language', 'workflow'])), undefined),
});

export const insightsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/insights',
  validateSearch: insightSearch,
  component: lazyRouteComponent(() => import('./insights/insights-screen'), 'InsightsScreen'),
});

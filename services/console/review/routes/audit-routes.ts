import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { pageSearch } from '../address/page-search';
import { signedInRoute } from './base-routes';

const words = z.catch(z.optional(z.string()), undefined);

/** Which records are listed. */
const auditSearch = z.extend(pageSearch, {
  q: words,
  actor: words,
  resource_type: words,
  resource_id: words,
  since: words,
  until: words,
});

export const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit/audit-screen'), 'AuditScreen'),
});

import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { listAudit } from './list';
import { verifyAudit } from './verify';

export function auditRoutes(deps: ApiDeps): readonly Route[] {
  return [listAudit(deps), verifyAudit(deps)];
}

import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { deleteLogo, putLogo } from './logo';
import { retrieveOrganization } from './retrieve';
import { updateOrganization } from './update';

export function organizationRoutes(deps: ApiDeps): readonly Route[] {
  return [retrieveOrganization(deps), updateOrganization(deps), putLogo(deps), deleteLogo(deps)];
}

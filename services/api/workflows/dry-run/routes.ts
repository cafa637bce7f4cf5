import type { ApiDeps } from '../../deps';
import type { Route } from '../../http/route';
import { dryRunWorkflow } from './dry-run';

export function dryRunRoutes(deps: ApiDeps): readonly Route[] {
  return [dryRunWorkflow(deps)];
}

import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { simulateOutcome } from './simulate';

export function sandboxRoutes(deps: ApiDeps): readonly Route[] {
  return [simulateOutcome(deps)];
}

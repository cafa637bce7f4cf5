import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { createStreamToken } from './create-stream-token';
import { createStatusFeed } from './status-feed';
import { streamStatus } from './stream';

export function streamRoutes(deps: ApiDeps): readonly Route[] {
  return [createStreamToken(deps), streamStatus(deps, createStatusFeed(deps))];
}

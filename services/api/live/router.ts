import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { createStreamToken } from './create-stream-token';
import { createStatusFeed } from './status-feed';
import { streamStatus } from './stream';

export function createLiveRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [createStreamToken(deps), streamStatus(deps, createStatusFeed(deps))]);
}

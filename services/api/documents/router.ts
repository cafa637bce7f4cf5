import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { listDocuments } from './list';
import { showDocument } from './show';
import { uploadDocument } from './upload';

export function createDocumentsRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [uploadDocument(deps), listDocuments(deps), showDocument(deps)]);
}

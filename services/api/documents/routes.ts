import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { listDocuments } from './list';
import { showDocument } from './show';
import { uploadDocument } from './upload';

export function documentsRoutes(deps: ApiDeps): readonly Route[] {
  return [uploadDocument(deps), listDocuments(deps), showDocument(deps)];
}

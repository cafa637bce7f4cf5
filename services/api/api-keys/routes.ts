import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { cloneApiKey } from './clone';
import { createApiKey } from './create';
import { expireApiKey } from './expire';
import { listApiKeys, retrieveApiKey } from './retrieve';
import { updateApiKey } from './update';

export function apiKeysRoutes(deps: ApiDeps): readonly Route[] {
  return [
    createApiKey(deps),
    listApiKeys(deps),
    retrieveApiKey(deps),
    updateApiKey(deps),
    expireApiKey(deps),
    cloneApiKey(deps),
  ];
}

import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { archiveIdentity, restoreIdentity } from './archive';
import { createIdentity } from './create';
import { exportIdentity } from './export';
import { listIdentities } from './list';
import { mergeIdentities } from './merge';
import { redactIdentity } from './redact';
import { retrieveIdentity } from './retrieve';
import { listIdentitySessions } from './sessions';
import { addIdentityTag, removeIdentityTag, replaceIdentityTags } from './tags';
import { updateIdentity } from './update';

export function identitiesRoutes(deps: ApiDeps): readonly Route[] {
  return [
    createIdentity(deps),
    listIdentities(deps),
    retrieveIdentity(deps),
    updateIdentity(deps),
    listIdentitySessions(deps),
    addIdentityTag(deps),
    removeIdentityTag(deps),
    replaceIdentityTags(deps),
    archiveIdentity(deps),
    restoreIdentity(deps),
    redactIdentity(deps),
    exportIdentity(deps),
    mergeIdentities(deps),
  ];
}

import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { createSession } from './create';
import { erasureKeysRoute } from './erasure-keys';
import { expireSession } from './expire';
import { decideExternally } from './external-decision';
import { liftLegalHold, placeLegalHold } from './legal-hold';
import { generateOneTimeLink, listLinks } from './links';
import { listSessions } from './list';
import { bulkRedact, redactData } from './redact';
import { reprocessSession } from './reprocess';
import { resendInvite } from './resend-invite';
import { resumeSession } from './resume';
import { resumeWorkflow } from './resume-workflow';
import { retrieveSession } from './retrieve';
import { searchSessions } from './search';
import { submitSession } from './submit';
import { addTag, removeTag, replaceTags } from './tags';
import { updateSession } from './update';

export function sessionsRoutes(deps: ApiDeps): readonly Route[] {
  return [
    createSession(deps),
    listSessions(deps),
    searchSessions(deps),
    retrieveSession(deps),
    updateSession(deps),
    resumeSession(deps),
    generateOneTimeLink(deps),
    listLinks(deps),
    expireSession(deps),
    submitSession(deps),
    decideExternally(deps),
    reprocessSession(deps),
    resumeWorkflow(deps),
    resendInvite(deps),
    addTag(deps),
    removeTag(deps),
    replaceTags(deps),
    redactData(deps),
    bulkRedact(deps),
    placeLegalHold(deps),
    liftLegalHold(deps),
    erasureKeysRoute(deps),
  ];
}

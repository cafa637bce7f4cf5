/** How the audit log learns of a call. */
export type Audited =
  /** The session's workflow writes the record with the transition (`audit-transition.ts`). */
  | { readonly by: 'transition' }
  /** The handler writes it, in the transaction of what it does. */
  | { readonly by: 'handler' }
  /** Personal data were read: one record for a key, a resource and ten minutes, with a count. */
  | { readonly by: 'read'; readonly action: string; readonly of: 'resource' | 'list' }
  /** No record, for this reason. */
  | { readonly by: 'nobody'; readonly because: string };

const transition: Audited = { by: 'transition' };
const handler: Audited = { by: 'handler' };
const read = (action: string): Audited => ({ by: 'read', action, of: 'resource' });
const list = (action: string): Audited => ({ by: 'read', action, of: 'list' });
const nobody = (because: string): Audited => ({ by: 'nobody', because });

const configuration = nobody('configuration of the organisation, nothing personal');
const published = nobody('published to everyone');
const ownRead = nobody("the person's own read");
const codesOnly = nobody('ids, statuses and codes only');

/**
 * Every route, and how the audit log learns of it (`6-data-protection.md`). A route that is not here is
 * not mounted.
 */
export const auditedRoutes: Readonly<Record<string, Audited>> = {
  'POST /api/v1/sessions': handler,
  'GET /api/v1/sessions': list('session.listed'),
  'POST /api/v1/sessions/bulk-redact': transition,
  'GET /api/v1/sessions/:id': read('session.read'),
  'PATCH /api/v1/sessions/:id': handler,
  'POST /api/v1/sessions/:id/resume': transition,
  'POST /api/v1/sessions/:id/generate-one-time-link': handler,
  'GET /api/v1/sessions/:id/links': codesOnly,
  'POST /api/v1/sessions/:id/resend-invite': handler,
  'POST /api/v1/sessions/:id/expire': transition,
  'POST /api/v1/sessions/:id/submit': transition,
  'POST /api/v1/sessions/:id/simulate': transition,
  'POST /api/v1/sessions/:id/external-decision': transition,
  'POST /api/v1/sessions/:id/reprocess': transition,
  'POST /api/v1/sessions/:id/resume-workflow': transition,
  'POST /api/v1/sessions/:id/tags/add': handler,
  'POST /api/v1/sessions/:id/tags/remove': handler,
  'PUT /api/v1/sessions/:id/tags': handler,
  'DELETE /api/v1/sessions/:id/data': transition,
  'PUT /api/v1/sessions/:id/legal-hold': transition,
  'DELETE /api/v1/sessions/:id/legal-hold': transition,
  'GET /api/v1/sessions/:id/export': handler,
  'GET /api/v1/sessions/:id/events': codesOnly,
  'POST /api/v1/sessions/:id/documents': handler,
  'GET /api/v1/sessions/:id/documents': read('session.documents_listed'),
  'GET /api/v1/sessions/:id/documents/:doc_type': handler,
  'GET /api/v1/sessions/:id/result': read('result.read'),
  'GET /api/v1/sessions/:id/attempts': codesOnly,
  'GET /api/v1/sessions/:id/verifications': read('session.verifications_read'),
  'GET /api/v1/sessions/:id/workflow-run': codesOnly,
  'GET /api/v1/sessions/:id/risk': read('session.risk_read'),
  'POST /api/v1/sessions/:id/stream-token': handler,
  'GET /api/v1/sessions/:id/stream': codesOnly,
  'GET /api/v1/results': list('result.listed'),
  'GET /api/v1/results/:id': read('result.read'),

  'GET /api/v1/cases': list('case.listed'),
  'GET /api/v1/cases/stats': nobody('counts only'),
  'GET /api/v1/cases/stream': codesOnly,
  'GET /api/v1/cases/:id': read('case.read'),
  'GET /api/v1/cases/:id/review': read('case.review_read'),
  'PATCH /api/v1/cases/:id': handler,
  'POST /api/v1/cases/next': handler,
  'POST /api/v1/cases/:id/preview': codesOnly,
  'POST /api/v1/cases/:id/claim': handler,
  'POST /api/v1/cases/:id/release': handler,
  'POST /api/v1/cases/:id/assign': handler,
  'POST /api/v1/cases/:id/escalate': handler,
  'POST /api/v1/cases/:id/notes': handler,
  'POST /api/v1/cases/:id/approve': transition,
  'POST /api/v1/cases/:id/reject': transition,
  'POST /api/v1/cases/:id/resubmit': transition,
  'PUT /api/v1/cases/:id/extracted-data': transition,
  'POST /api/v1/cases/:id/checks/:check/override': transition,

  'GET /api/v1/identities': list('identity.listed'),
  'POST /api/v1/identities': handler,
  'GET /api/v1/identities/:id': read('identity.read'),
  'PATCH /api/v1/identities/:id': handler,
  'POST /api/v1/identities/:id/archive': handler,
  'POST /api/v1/identities/:id/restore': handler,
  'POST /api/v1/identities/:id/merge': handler,
  'PUT /api/v1/identities/:id/tags': handler,
  'POST /api/v1/identities/:id/tags/add': handler,
  'POST /api/v1/identities/:id/tags/remove': handler,
  'GET /api/v1/identities/:id/sessions': read('identity.sessions_listed'),
  'GET /api/v1/identities/:id/export': handler,
  'DELETE /api/v1/identities/:id/data': handler,

  'GET /api/v1/lists': configuration,
  'POST /api/v1/lists': handler,
  'GET /api/v1/lists/:id': configuration,
  'PATCH /api/v1/lists/:id': handler,
  'DELETE /api/v1/lists/:id': handler,
  'GET /api/v1/lists/:id/items': handler,
  'POST /api/v1/lists/:id/items': handler,
  'DELETE /api/v1/lists/:id/items/:itemId': handler,

  'GET /api/v1/workflows': configuration,
  'POST /api/v1/workflows': handler,
  'GET /api/v1/workflows/:id': configuration,
  'PATCH /api/v1/workflows/:id': handler,
  'GET /api/v1/workflows/:id/versions': configuration,
  'POST /api/v1/workflows/:id/set-default': handler,
  'POST /api/v1/workflows/:id/deactivate': handler,
  'POST /api/v1/workflows/:id/dry-run': codesOnly,
  'POST /api/v1/workflows/:id/trigger': transition,
  'GET /api/v1/verification-policies': published,

  'GET /api/v1/webhooks/endpoints': configuration,
  'POST /api/v1/webhooks/endpoints': handler,
  'GET /api/v1/webhooks/endpoints/:id': configuration,
  'PATCH /api/v1/webhooks/endpoints/:id': handler,
  'DELETE /api/v1/webhooks/endpoints/:id': handler,
  'POST /api/v1/webhooks/endpoints/:id/rotate-secret': handler,
  'POST /api/v1/webhooks/endpoints/:id/test': handler,
  'GET /api/v1/webhooks/endpoints/:id/deliveries': list('webhook_delivery.listed'),
  'GET /api/v1/webhooks/deliveries/:id': read('webhook_delivery.read'),
  'POST /api/v1/webhooks/deliveries/:id/retry': handler,
  'GET /api/v1/webhooks/endpoints/:id/replay': codesOnly,
  'POST /api/v1/webhooks/endpoints/:id/replay': handler,
  'GET /api/v1/webhooks/event-types': published,
  'GET /.well-known/webhook-keys/:id': published,
  'GET /.well-known/erasure-keys': published,

  'GET /api/v1/events': nobody('the audit log itself'),
  'GET /api/v1/events/verify': nobody('the audit log itself'),
  'GET /api/v1/events/feed': list('event.listed'),

  'GET /api/v1/api-keys': configuration,
  'POST /api/v1/api-keys': handler,
  'GET /api/v1/api-keys/:id': configuration,
  'PATCH /api/v1/api-keys/:id': handler,
  'POST /api/v1/api-keys/:id/clone': handler,
  'POST /api/v1/api-keys/:id/expire': handler,
  'GET /api/v1/organization': configuration,
  'PATCH /api/v1/organization': handler,
  'PUT /api/v1/organization/logo': handler,
  'DELETE /api/v1/organization/logo': handler,
  'POST /api/v1/console/login': handler,
  'POST /api/v1/console/totp': handler,
  'POST /api/v1/console/enrol-totp': handler,
  'POST /api/v1/console/set-up': handler,
  'POST /api/v1/console/password': handler,
  'POST /api/v1/console/reauthenticate': handler,
  'POST /api/v1/console/environment': nobody(
    'which environment is looked at; what is seen there is recorded',
  ),
  'POST /api/v1/console/logout': handler,
  'GET /api/v1/console/me': nobody("the user's own account"),
  'GET /api/v1/analytics/funnel': nobody('counts only'),
  'GET /api/v1/analytics/review': nobody('counts, times and reviewers only'),
  'GET /api/v1/rate-limits': configuration,
  'GET /api/v1/watchlists': configuration,
  'GET /verify/:token': ownRead,
  'GET /assets/:name': published,
  'GET /console': published,
  'GET /console/{*path}': published,
  'POST /mcp': handler,
  'GET /docs': published,
  'GET /openapi.json': published,

  'GET /verify/:token/theme.css': nobody('colours'),
  'GET /': published,
  'GET /logos/:name': published,
  'GET /embed/verifa.js': published,
  'GET /embed/verifa.mjs': published,

  'GET /verify/:token/state': ownRead,
  'POST /verify/:token/consent': handler,
  'POST /verify/:token/document-type': handler,
  'POST /verify/:token/documents': handler,
  'POST /verify/:token/selfie': handler,
  'POST /verify/:token/liveness/challenge': handler,
  'POST /verify/:token/liveness': handler,
  'POST /verify/:token/liveness/decline': handler,
  'POST /verify/:token/user-info': handler,
  'POST /verify/:token/proof-of-address': handler,
  'POST /verify/:token/signals': nobody("the page's own observations, judged and kept as evidence"),
  'POST /verify/:token/extend': handler,
  'GET /verify/:token/documents/:id': handler,
  'POST /verify/:token/handoff': handler,
  'POST /verify/:token/handoff/cancel': handler,
  'GET /verify/:token/follow': ownRead,
  'POST /verify/:token/complete': transition,
  'POST /verify/:token/sandbox-outcome': transition,
};

import type { Route } from '../../services/api/http/route';

const terminal = { id: 'end', type: 'terminal', decision: 'approved' };
const definition = {
  nodes: [
    { id: 'start', type: 'start', next: 'age' },
    { id: 'age', type: 'policy', check: 'age', routes: { passed: 'end', failed: 'end' } },
    terminal,
  ],
};

/** A body that the route's schema takes, so that its answer is about who asks and for what. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/v1/api-keys': { label: 'Another' },
  'PATCH /api/v1/cases/:id': { priority: 'high' },
  'POST /api/v1/cases/:id/assign': { assignee_id: 'usr_01kb0000000000000000000000' },
  'POST /api/v1/cases/:id/checks/:check/override': { passed: true, reason: 'seen' },
  'POST /api/v1/cases/:id/escalate': { reason: 'unsure' },
  'PUT /api/v1/cases/:id/extracted-data': { fields: { last_name: 'OTHER' } },
  'POST /api/v1/cases/:id/notes': { text: 'seen' },
  'POST /api/v1/cases/:id/preview': { override: { check: 'age', passed: true } },
  'POST /api/v1/cases/:id/reject': { reason: 'not the same' },
  'POST /api/v1/cases/:id/resubmit': { pieces: ['selfie'] },
  'POST /api/v1/console/login': { email: 'nobody@example.org', password: 'a wrong one, and long' },
  'POST /api/v1/console/totp': { code: '000000' },
  'POST /api/v1/console/enrol-totp': { code: '000000' },
  'POST /api/v1/console/set-up': { token: 'none', password: 'a long one, of several words' },
  'POST /api/v1/console/password': {
    current_password: 'not this one, surely',
    password: 'a long one, of several words',
  },
  'POST /api/v1/console/reauthenticate': { code: '000000' },
  'POST /api/v1/console/environment': { environment: 'live' },
  'POST /api/v1/identities': { external_ref: 'somebody' },
  'POST /api/v1/identities/:id/merge': { source: 'somebody' },
  'PUT /api/v1/identities/:id/tags': { tags: ['a'] },
  'POST /api/v1/identities/:id/tags/add': { tag: 'a' },
  'POST /api/v1/identities/:id/tags/remove': { tag: 'a' },
  'POST /api/v1/lists': { name: 'Another', action: 'flag' },
  'POST /api/v1/lists/:id/items': { items: [{ kind: 'country', value: 'NL' }] },
  'POST /api/v1/sessions/:id/external-decision': { decision: 'continue' },
  'PUT /api/v1/sessions/:id/tags': { tags: ['a'] },
  'POST /api/v1/sessions/:id/tags/add': { tag: 'a' },
  'POST /api/v1/sessions/:id/tags/remove': { tag: 'a' },
  'PUT /api/v1/sessions/:id/legal-hold': { reason_code: 'dispute' },
  'POST /api/v1/sessions/:id/simulate': { action: 'approve' },
  'POST /api/v1/cases/search': { document_number: 'SPX015127' },
  'POST /api/v1/sessions/search': { document_number: 'SPX015127' },
  'POST /api/v1/sessions/bulk-redact': { session_ids: [] },
  'POST /api/v1/webhooks/endpoints': { url: 'https://receiver.example/hook' },
  'POST /api/v1/webhooks/endpoints/:id/replay': { since: '2026-01-01T00:00:00Z' },
  'POST /api/v1/users': { email: 'somebody@example.org', name: 'S.', role: 'reviewer' },
  'POST /api/v1/workflows': { name: 'Another', definition },
  'POST /api/v1/workflows/validate': { definition },
  'PATCH /api/v1/workflows/:id': { definition },
  'POST /api/v1/workflows/:id/dry-run': { last: 1 },
  'POST /api/v1/workflows/:id/trigger': { session_id: 'ses_01kb0000000000000000000000' },
};

export function bodyFor({ method, path }: Pick<Route, 'method' | 'path'>): unknown {
  return bodies[`${method} ${path}`] ?? {};
}

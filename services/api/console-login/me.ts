import { freshUntil, idleEnd } from '../../../shared/auth/console-session';
import { roleScopes } from '../../../shared/domain/auth/roles';
import type { ApiDeps } from '../deps';
import type { ApiSettings } from '../../../shared/config/settings';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { consoleMe } from './console-object';
import { findUser } from './second-factor';
import { asSignedIn } from './signed-in';

/** Asked again and again by an open page, so it prolongs nothing. */
export function retrieveMe(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/api/v1/console/me',
    summary: 'Get who is signed in to the console',
    answers: { 200: json(consoleMe) },
    handler: (call) =>
      asSignedIn(deps, call, ['full'], async (signIn, now) => {
        const user = await findUser(deps.db, signIn.user_id);
        const organization = await deps.db
          .selectFrom('organizations')
          .select(['id', 'name'])
          .where('id', '=', signIn.organization_id)
          .executeTakeFirstOrThrow();
        return answer(200, {
          user: { id: user.id, name: user.name, email: user.email, role: user.role },
          organization,
          environment: signIn.current_environment,
          environments: ['live', 'sandbox'],
          scopes: roleScopes[user.role],
          totp: user.totp_sealed !== null,
          reauthenticate_by:
            signIn.signed_in_by === 'oidc' ? 'oidc' : user.totp_sealed === null ? null : 'totp',
          expires_at: signIn.expires_at,
          idle_expires_at: idleEnd(signIn),
          reauthenticated_until: freshUntil(signIn, now),
          temporal_workflows_url: temporalWorkflowsUrl(deps.settings),
        });
      }),
  });
}

function temporalWorkflowsUrl({
  TEMPORAL_UI_URL: url,
  TEMPORAL_NAMESPACE: namespace,
}: Pick<ApiSettings, 'TEMPORAL_UI_URL' | 'TEMPORAL_NAMESPACE'>): string | null {
  return url === undefined ? null : `${url}/namespaces/${encodeURIComponent(namespace)}/workflows`;
}

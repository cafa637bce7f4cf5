import { z } from 'zod';
import { openJson } from '../../../shared/crypto/seal';
import type { IdentityRow } from '../../../shared/database/schema';
import { identityKey, profileContext } from '../../../shared/identities/identity-key';
import { sessionsOfIdentity } from '../../../shared/identities/sessions-of-identity';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { sessionRecord } from '../export/export';
import { sessionRecordObject } from '../export/session-record-object';
import { auditIdentity } from './audit-identity';
import { findPerson, identityParams } from '../../../shared/identities/find-identity';
import { identityView, identityObject } from './identity-view';

const identityRecord = z
  .strictObject({
    identity: identityObject,
    profile: freeObject.nullable(),
    sessions: z.array(sessionRecordObject),
  })
  .meta({ id: 'IdentityRecord' });

/** The whole record of a person: the identity, what it remembers, and the export of every session of theirs. */
export function exportIdentity(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/identities/:id/export',
    scope: ['identities:read', 'sessions:read', 'pii:export'],
    params: identityParams,
    summary: 'Export all data of a person',
    answers: { 200: json(identityRecord) },
    handler: async (call) => {
      const row = await findPerson(deps.db, call.caller, call.params.id);
      // Before the data leaves: an export without its audit row must not happen.
      await auditIdentity(deps.db, call, row, 'exported', deps.clock());
      const linked = (await sessionsOfIdentity(deps.db, row).execute()).reverse();
      const sessions = [];
      for (const session of linked) sessions.push(await sessionRecord(deps, call.caller, session));
      return answer(200, { identity: identityView(row), profile: profileOf(deps, row), sessions });
    },
  });
}

const profileSchema = z.record(z.string(), z.unknown());

function profileOf(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  row: IdentityRow,
): Readonly<Record<string, unknown>> | null {
  if (row.profile_sealed === null) return null;
  const opened = openJson(identityKey(keyring, row), profileContext(row.id), row.profile_sealed);
  return profileSchema.parse(opened);
}

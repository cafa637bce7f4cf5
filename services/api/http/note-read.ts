import { countRead } from '../../../shared/audit/reads';
import { snakeKey } from '../../../shared/wire/key-casing';
import type { ApiDeps } from '../deps';
import type { ApiRequest, ApiResponse } from './call';
import { actorOf, type Caller } from './caller';
import { isObject } from './fit-to-schema';
import { whenceOf } from './whence';
import { findIdentity } from '../../../shared/identities/find-identity';
import { auditedRoutes, type Audited } from './audited-routes';

interface ReadingCall {
  readonly caller: Caller;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
  /** Of the route that was read, by whichever way it was asked. */
  readonly params: unknown;
  readonly query: unknown;
}

/** Says which page, not what was looked for. */
const paging: ReadonlySet<string> = new Set(['limit', 'offset', 'after']);

/** Counts what a call read, when its route reads personal data; a call that was refused read nothing. */
export async function noteRead(
  deps: Pick<ApiDeps, 'db' | 'clock'>,
  route: string,
  { caller, request, response, params, query }: ReadingCall,
): Promise<void> {
  const audited = auditedRoutes[route];
  if (audited?.by !== 'read') return;
  const { requestId, clientAddress } = response.locals;
  await countRead(deps.db, {
    organizationId: caller.organizationId,
    environment: caller.environment,
    actor: actorOf(caller),
    action: audited.action,
    ...(audited.of === 'list'
      ? { resourceId: null, filters: filterNames(query) }
      : { resourceId: await resourceOf(deps, audited, caller, params), filters: [] }),
    requestId,
    whence: whenceOf({ clientAddress, request }),
    at: deps.clock(),
  });
}

/** An identity may be named by its reference, which the log must not hold. */
async function resourceOf(
  { db }: Pick<ApiDeps, 'db'>,
  { action }: Extract<Audited, { by: 'read' }>,
  caller: Caller,
  params: unknown,
): Promise<string | null> {
  const id = isObject(params) ? params['id'] : undefined;
  if (typeof id !== 'string') return null;
  return action.startsWith('identity.') ? (await findIdentity(db, caller, id)).id : id;
}

/** The route's schema has judged them: whatever name is here is one of ours. */
function filterNames(query: unknown): readonly string[] {
  const given = isObject(query) ? Object.entries(query) : [];
  const names = given.flatMap(([name, value]) => (value === undefined ? [] : [snakeKey(name)]));
  return [...new Set(names)].filter((name) => !paging.has(name));
}

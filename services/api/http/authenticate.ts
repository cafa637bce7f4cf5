import { sql } from 'kysely';
import { hashApiKey, looksLikeApiKey } from '../../../shared/auth/api-key';
import { tenantOf } from '../../../shared/database/scope';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { KnownKey } from '../copies/api-copies';
import type { Found } from '../copies/create-copies';
import type { ApiDeps } from '../deps';
import { consoleSecret, userBehind } from './authenticate-user';
import type { ApiRequest, ApiResponse } from './call';
import type { Caller, KeyCaller } from './caller';
import { isAddressAllowed } from './client-address';
import { limitFailure } from './rate-limit';

type KeyDeps = Pick<ApiDeps, 'db' | 'nobodys' | 'tenancy' | 'clock' | 'copies'>;
type AuthenticateDeps = KeyDeps & Pick<ApiDeps, 'rates' | 'keyring' | 'settings'>;

const lastUsedStepMs = 60_000;

/**
 * The caller behind `X-API-Key`, or behind the console's cookie: 401 for what is no key or sign-in, is revoked or
 * has expired, 403 for an address that is not allowed and for a page of another site. Nothing of the request's
 * target has been looked at by then. Both at once are refused: nobody should have to know whose rights count.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  request: ApiRequest,
  response: ApiResponse,
): Promise<Caller> {
  const given = request.headers['x-api-key'];
  const secret = consoleSecret(deps, request);
  return countingFailures<Caller>(deps, response, async () => {
    if (given !== undefined && secret !== undefined) throw new VerifaError('two_callers');
    if (secret !== undefined) return userBehind(deps, request, secret);
    if (given === undefined && request.headers.authorization !== undefined) {
      throw new VerifaError('unauthorized', {
        detail: 'A valid API key is required; send it as X-API-Key, not as Authorization.',
      });
    }
    return callerBehind(deps, given, response.locals.clientAddress);
  });
}

/** The same for a key that came another way (`Authorization: Bearer` at `/mcp`). */
export async function authenticateKey(
  deps: AuthenticateDeps,
  given: string | string[] | undefined,
  response: ApiResponse,
): Promise<KeyCaller> {
  return countingFailures(deps, response, () =>
    callerBehind(deps, given, response.locals.clientAddress),
  );
}

/** Whoever goes on asking with what is no key is told to wait. */
async function countingFailures<C extends Caller>(
  deps: AuthenticateDeps,
  response: ApiResponse,
  find: () => Promise<C>,
): Promise<C> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof VerifaError && error.status === 401) {
      await limitFailure(deps, response.locals.clientAddress, response);
    }
    throw error;
  }
}

/** The caller behind what was sent as a key. */
export async function callerBehind(
  deps: KeyDeps,
  given: string | string[] | undefined,
  clientAddress: string,
): Promise<KeyCaller> {
  if (typeof given !== 'string' || !looksLikeApiKey(given)) throw new VerifaError('unauthorized');
  const hash = hashApiKey(given);
  const known = await deps.copies.keys.read(hash.toString('base64'), () => findKey(deps, hash));
  if (known === undefined || known.row.revoked_at !== null) throw new VerifaError('unauthorized');
  const { row } = known;
  const now = deps.clock();
  if (row.expires_at !== null && row.expires_at <= now) throw new VerifaError('key_expired');
  if (row.ip_allow_list !== null && !isAddressAllowed(clientAddress, row.ip_allow_list)) {
    throw new VerifaError('ip_not_allowed');
  }
  await noteUse(deps, known, now);
  return {
    kind: 'key',
    organizationId: row.organization_id,
    environment: row.environment,
    keyId: row.id,
    scopes: row.scopes,
    plan: row.plan,
    pinnedVersion: row.api_version,
  };
}

async function findKey(
  { nobodys }: Pick<ApiDeps, 'nobodys'>,
  hash: Buffer,
): Promise<Found<KnownKey> | undefined> {
  const { rows } = await sql<KnownKey['row']>`
    SELECT (key).*, plan FROM verifa_api_key(${hash})`.execute(nobodys);
  const [row] = rows;
  if (row === undefined) return undefined;
  const lastUsedMs = row.last_used_at?.getTime() ?? 0;
  return { organizationId: row.organization_id, value: { row, lastUsedMs } };
}

/** `last_used_at` moves once a minute, not with every request: it would be the hottest row there is. */
async function noteUse(
  { db, tenancy }: Pick<ApiDeps, 'db' | 'tenancy'>,
  known: KnownKey,
  now: Date,
): Promise<void> {
  const before = known.lastUsedMs;
  if (now.getTime() - before < lastUsedStepMs) return;
  known.lastUsedMs = now.getTime();
  try {
    await tenancy.within(tenantOf(known.row), () =>
      db
        .updateTable('api_keys')
        .set({ last_used_at: now })
        .where('id', '=', known.row.id)
        .execute(),
    );
  } catch (cause) {
    known.lastUsedMs = before;
    throw cause;
  }
}

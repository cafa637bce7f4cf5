import { sql, type Selectable } from 'kysely';
import { hmacSha256 } from '../crypto/seal';
import type { Keyring } from '../crypto/keyring';
import type { AuditTable } from '../database/schema';
import { canonicalJson } from '../domain/canonical-json';

const covered = [
  'id',
  'organization_id',
  'environment',
  'actor_kind',
  'actor_id',
  'action',
  'resource_id',
  'request_id',
  'detail',
  'client_address_commitment',
  'user_agent_commitment',
] as const;

/** To the microsecond, as the database holds it: a `Date` would hide a change of less. */
const exactTime = sql<string>`to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What of a row the chain covers, for a `select`. */
export const coveredColumns = [...covered, exactTime.as('exact_at')] as const;

export type CoveredRow = Pick<Selectable<AuditTable>, (typeof covered)[number]> & {
  readonly exact_at: string;
};

/** Stands before the first row of a chain. */
export const noHash = Buffer.alloc(32);

export function chainKey(keyring: Keyring): Buffer {
  return keyring.derive('audit-chain');
}

/** A row's hash holds the hash of the row before: none can go, come or change without the key. */
export function linkHash(key: Buffer, previous: Buffer, position: number, row: CoveredRow): Buffer {
  return hmacSha256(key, `link\0${linkContent(previous, position, row)}`);
}

/** `canonicalJson` of all that a link covers, its names sorted once: a chain is walked row by row. */
export function linkContent(previous: Buffer, position: number, row: CoveredRow): string {
  const fields = sortedNames.map((name) => {
    switch (name) {
      case 'detail':
        return `"detail":${canonicalJson(row.detail)}`;
      case 'at':
        return `"at":${JSON.stringify(row.exact_at)}`;
      case 'previous':
        return `"previous":"${previous.toString('hex')}"`;
      case 'position':
        return `"position":${String(position)}`;
      default:
        return `"${name}":${JSON.stringify(inText(row[name]))}`;
    }
  });
  return `{${fields.join(',')}}`;
}

const sortedNames = ([...covered, 'at', 'previous', 'position'] as const).toSorted();

function inText(value: CoveredRow[(typeof covered)[number]]): unknown {
  return Buffer.isBuffer(value) ? value.toString('hex') : value;
}

export interface ChainEnd {
  readonly position: number;
  readonly hash: Buffer;
}

/** Keeps a chain from being cut off at a row of one's choice: an end that nobody sealed has no such code. */
export function tipMac(key: Buffer, organizationId: string, { position, hash }: ChainEnd): Buffer {
  return hmacSha256(key, `tip\0${organizationId}\0${String(position)}\0${hash.toString('hex')}`);
}

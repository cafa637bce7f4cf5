import { timingSafeEqual } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema';
import { noHash, tipMac, type ChainEnd } from './chain-link';

/** `lost`: rows or heads say that there was a chain, and no tip that we wrote says where it ends. */
export type Tip = { readonly is: 'there'; readonly end: ChainEnd } | { readonly is: 'lost' };

export async function readTip(
  db: Kysely<Database>,
  key: Buffer,
  organizationId: string,
): Promise<Tip> {
  const row = await db
    .selectFrom('audit_tips')
    .selectAll()
    .where(sql<boolean>`organization_id = ${organizationId}`)
    .executeTakeFirst();
  if (row === undefined) {
    if (await wasSealed(db, organizationId)) return { is: 'lost' };
    return { is: 'there', end: { position: 0, hash: noHash } };
  }
  const end = { position: Number(row.position), hash: row.hash };
  const mac = tipMac(key, organizationId, end);
  const isOurs = mac.length === row.mac.length && timingSafeEqual(mac, row.mac);
  return isOurs ? { is: 'there', end } : { is: 'lost' };
}

async function wasSealed(db: Kysely<Database>, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`
    SELECT EXISTS (SELECT FROM audit
        WHERE organization_id = ${organizationId} AND seal_position IS NOT NULL)
      OR EXISTS (SELECT FROM audit_heads WHERE organization_id = ${organizationId}) AS was`.execute(
    db,
  );
  return rows[0]?.was === true;
}

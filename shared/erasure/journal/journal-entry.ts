import { createPublicKey, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Keyring } from '../../crypto/keyring';
import { canonicalJson } from '../../domain/canonical-json';
import { environments } from '../../domain/environment';
import { erasureKinds } from '../../domain/erasure/erasure-kind';
import { isId, type JournalEntryId, type OrganizationId } from '../../domain/ids';
import { erasureKey, erasureSigningKey, verifyErasureRecord } from '../erasure-record';

/** The receipt that was given out, so that a restored session answers with the very same. */
const receiptSchema = z.strictObject({
  record: z.looseObject({ session_id: z.string(), documents_removed: z.number().int() }),
  signature: z.string(),
});

/** What is signed: ids, a kind and a time. `journal` keeps it from being taken for a receipt. */
const entrySchema = z.strictObject({
  journal: z.literal(1),
  id: z.custom<JournalEntryId>((id) => typeof id === 'string' && isId('journalEntry', id)),
  kind: z.enum(erasureKinds),
  subject_id: z.string(),
  organization_id: z.custom<OrganizationId>(
    (id) => typeof id === 'string' && isId('organization', id),
  ),
  environment: z.enum(environments),
  erased_at: z.iso.datetime(),
  /** Of an erased session; null otherwise. */
  receipt: receiptSchema.nullable(),
});
export type JournalEntry = z.output<typeof entrySchema>;
export type Receipt = z.output<typeof receiptSchema>;

/** As it comes from its row. */
export function parseReceipt(row: unknown): Receipt {
  return receiptSchema.parse(row);
}

/** As a receipt is verified, so is this: Ed25519 over the UTF-8 bytes of `signed_bytes` (`deploy/ERASURE.md`). */
const signedSchema = z.strictObject({
  algorithm: z.literal('ed25519'),
  key_id: z.string(),
  signature: z.string(),
  signed_bytes: z.string(),
});

/** The entry's object, to the byte the same at every call: writing it again changes nothing. */
export function sealEntry(keyring: Keyring, entry: JournalEntry): string {
  const signedBytes = canonicalJson(entry);
  const signature = sign(null, Buffer.from(signedBytes), erasureSigningKey(keyring));
  return canonicalJson({
    algorithm: 'ed25519',
    key_id: erasureKey(keyring).keyId,
    signature: signature.toString('base64'),
    signed_bytes: signedBytes,
  });
}

export type OpenedEntry =
  | { readonly is: 'entry'; readonly entry: JournalEntry }
  /** Nothing in it is believed. */
  | { readonly is: 'refused'; readonly why: 'not_an_entry' | 'forged' | 'of_another_name' };

/** @param name under which the object lies: an entry that was copied to another name counts for nothing */
export function openEntry(keyring: Keyring, name: string, text: string): OpenedEntry {
  const sealed = signedSchema.safeParse(jsonOf(text));
  if (!sealed.success) return { is: 'refused', why: 'not_an_entry' };
  const { publicKey } = erasureKey(keyring);
  const { signed_bytes: signedBytes, signature } = sealed.data;
  const isOurs = verify(
    null,
    Buffer.from(signedBytes),
    createPublicKey(publicKey),
    Buffer.from(signature, 'base64'),
  );
  if (!isOurs) return { is: 'refused', why: 'forged' };
  const entry = entrySchema.safeParse(jsonOf(signedBytes));
  if (!entry.success) return { is: 'refused', why: 'not_an_entry' };
  if (entry.data.id !== name) return { is: 'refused', why: 'of_another_name' };
  const { receipt } = entry.data;
  if (receipt !== null && !verifyErasureRecord(publicKey, receipt)) {
    return { is: 'refused', why: 'forged' };
  }
  return { is: 'entry', entry: entry.data };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

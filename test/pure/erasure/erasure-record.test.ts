import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import {
  erasureKey,
  signErasureRecord,
  verifyErasureRecord,
  type ErasureRecord,
} from '../../../shared/erasure/erasure-record';

const keyring = createKeyring(newKeyringFile());
const publicKey = erasureKey(keyring).publicKey;
const record: ErasureRecord = {
  session_id: 'ses_01',
  erased_at: '2026-11-23T08:00:00.000Z',
  documents_removed: 2,
  backup_retention_days: null,
  kept: ['status', 'outcome'],
};

it('verifies with the public key alone, whatever order its members were stored in', () => {
  const { signature } = signErasureRecord(keyring, record);
  const { kept, session_id, documents_removed, erased_at, backup_retention_days } = record;
  const reordered = { kept, backup_retention_days, documents_removed, erased_at, session_id };
  expect(verifyErasureRecord(publicKey, { record: reordered, signature })).toBe(true);
});

it.each<Partial<ErasureRecord>>([
  { session_id: 'ses_02' },
  { erased_at: '2026-11-24T08:00:00.000Z' },
  { documents_removed: 3 },
  { backup_retention_days: 30 },
  { kept: ['status'] },
])('does not verify once changed: %j', (change) => {
  const { signature } = signErasureRecord(keyring, record);
  const changed = { ...record, ...change };
  expect(verifyErasureRecord(publicKey, { record: changed, signature })).toBe(false);
});

it("does not verify with another installation's key", () => {
  const signed = signErasureRecord(createKeyring(newKeyringFile()), record);
  expect(verifyErasureRecord(publicKey, signed)).toBe(false);
});

it('keeps its key over restarts and a rotation of the master key', () => {
  const first = newKeyringFile();
  const rotated = {
    current: 'mk2',
    keys: { ...first.keys, mk2: newKeyringFile().keys['mk1'] ?? '' },
  };
  const signed = signErasureRecord(createKeyring(first), record);
  expect(verifyErasureRecord(erasureKey(createKeyring(rotated)).publicKey, signed)).toBe(true);
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import { erasureKey, signedBytes, signErasureRecord } from '../../../shared/erasure/erasure-record';

/** The lines of `deploy/ERASURE.md`, run as an auditor runs them: with what the answers hold and nothing of ours. */
const keyring = createKeyring(newKeyringFile());
const { record, signature } = signErasureRecord(keyring, {
  session_id: 'ses_01kb0000000000000000000000',
  erased_at: '2026-11-23T08:00:00.000Z',
  documents_removed: 2,
  backup_retention_days: 35,
  kept: ['status', 'outcome'],
});
const { keyId, publicKey } = erasureKey(keyring);
const receipt = { record, signed_bytes: signedBytes(record), signature, key_id: keyId };
const keys = { data: [{ key_id: keyId, algorithm: 'ed25519', public_key: publicKey }] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifa-receipt-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function verify(given: object): Promise<string> {
  const document = await readFile(join(__dirname, '../../../deploy/ERASURE.md'), 'utf8');
  const lines = /```sh\n([^`]+)```/.exec(document)?.[1];
  if (lines === undefined) throw new Error('no lines to run');
  await writeFile(join(folder, 'receipt.json'), JSON.stringify(given));
  await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
  const { stdout } = await promisify(execFile)('bash', ['-ec', lines], { cwd: folder });
  return stdout;
}

it('the documented lines say that a receipt is genuine, and what it says', async () => {
  const said = await verify(receipt);
  expect(said).toContain('Signature Verified Successfully');
  expect(said).toContain('"documents_removed":2');
});

it('and that one which was changed is not', async () => {
  const changed = receipt.signed_bytes.replace('"documents_removed":2', '"documents_removed":3');
  await expect(verify({ ...receipt, signed_bytes: changed })).rejects.toThrow();
});

import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import { open, seal } from '../../../shared/crypto/seal';
import {
  keyToRead,
  keyToSeal,
  keyToWork,
  mayRead,
  type Keyed,
  type Personal,
} from '../../../shared/crypto/session-key';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { newId } from '../../../shared/domain/ids';
import { retentionStatuses, type RetentionStatus } from '../../../shared/domain/lifecycle/state';

/** By step of retention; a new kind of personal datum does not compile without its line. */
const readable: Readonly<Record<Personal, readonly RetentionStatus[]>> = {
  extracted_data: ['active'],
  stated_data: ['active'],
  documents: ['active'],
  reviewers_words: ['active'],
  risk_evidence: ['active'],
  screening_hits: ['active'],
  consent_address: ['active'],
  capture_link: ['active'],
  integrators_own: ['active', 'sensitive_redacted'],
};

const keyring = createKeyring(newKeyringFile());

function sessionIn(retention: RetentionStatus): Keyed {
  const id = newId('session');
  const { wrapped } = keyring.createDataKey(id);
  return {
    id,
    retention_status: retention,
    wrapped_key: wrapped.wrapped,
    master_key_id: wrapped.masterKeyId,
  };
}

describe.each(Object.entries(readable))('%s', (name, whileIn) => {
  const what = name as Personal;
  it.each(retentionStatuses)('in %s', (retention) => {
    const session = sessionIn(retention);
    expect(mayRead(session, what)).toBe(whileIn.includes(retention));
    expect(keyToRead(keyring, session, what) !== null).toBe(whileIn.includes(retention));
  });
});

it('nothing is judged or captured of hidden data', () => {
  const work = (retention: RetentionStatus) => () => keyToWork(keyring, sessionIn(retention));
  expect(work('sensitive_redacted')).toThrow(new VerifaError('sensitive_data_expired'));
  expect(work('redacted')).toThrow(new VerifaError('key_destroyed'));
});

it('a destroyed key is no key, whatever the status says', () => {
  const session = { ...sessionIn('active'), wrapped_key: null, master_key_id: null };
  expect(keyToRead(keyring, session, 'extracted_data')).toBeNull();
  expect(() => keyToWork(keyring, session)).toThrow();
  expect(() => keyToSeal(keyring, session)).toThrow();
});

it('a key to seal opens nothing: the compiler refuses it', () => {
  const key = keyToSeal(keyring, sessionIn('sensitive_redacted'));
  const sealed = seal(key, 'context', Buffer.from('text'));
  // @ts-expect-error -- what opens takes no sealing key
  expect(open(key, 'context', sealed).toString()).toBe('text');
});

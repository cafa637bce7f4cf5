import { hkdfSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createKeyring, newKeyringFile } from '../../../shared/crypto/keyring';
import {
  ringState,
  withNextCurrent,
  withNextKey,
  withoutOldKeys,
} from '../../../shared/crypto/rotate-ring';

const first = newKeyringFile();
const added = withNextKey(first);
const switched = withNextCurrent(added);
const alone = withoutOldKeys(switched);

test('a rotation goes from one key to two, to the new one as current, to the new one alone', () => {
  expect(
    [first, added, switched, alone].map((ring) => [ring.current, Object.keys(ring.keys)]),
  ).toEqual([
    ['mk1', ['mk1']],
    ['mk1', ['mk1', 'mk2']],
    ['mk2', ['mk1', 'mk2']],
    ['mk2', ['mk2']],
  ]);
  expect([first, added, switched, alone].map(ringState)).toEqual([
    { is: 'settled' },
    { is: 'added', next: 'mk2' },
    { is: 'switched', old: ['mk1'] },
    { is: 'settled' },
  ]);
});

test('what a purpose derives is HKDF-SHA-256 of the oldest key, whatever the purpose and the key', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (purpose, bytes) => {
      const key = Buffer.from(bytes);
      const others = { mk2: randomBytes(32).toString('base64') };
      const ring = { current: 'mk2', keys: { ...others, mk1: key.toString('base64') } };
      const expected = hkdfSync('sha256', key, '', `verifa/${purpose}`, 32);
      expect(createKeyring(ring).derive(purpose)).toEqual(Buffer.from(expected));
    }),
  );
});

test('every ring of a rotation, and of ten more, derives the same and opens what the first sealed', () => {
  const sealed = createKeyring(first).sealForService('webhook-secret/x', Buffer.from('secret'));
  const rings = [first, added, switched, alone];
  let ring = alone;
  for (let n = 0; n < 10; n += 1) {
    ring = withoutOldKeys(withNextCurrent(withNextKey(ring)));
    rings.push(ring);
  }
  expect(ring.current).toBe('mk12');
  for (const each of rings.map(createKeyring)) {
    expect(each.derive('audit-chain')).toEqual(createKeyring(first).derive('audit-chain'));
    expect(each.openForService('webhook-secret/x', sealed).toString()).toBe('secret');
  }
});

test('a ring with several keys, rotated by hand, keeps what it derived too', () => {
  const byHand = { ...switched, service: undefined };
  expect(createKeyring(withoutOldKeys(byHand)).derive('x')).toEqual(
    createKeyring(first).derive('x'),
  );
});

test('a data key wrapped again is the same key, for its own row only, without the old master key', () => {
  const { key, wrapped } = createKeyring(first).createDataKey('ses_a');
  const again = createKeyring(switched).rewrap('ses_a', wrapped);
  expect(again.masterKeyId).toBe('mk2');
  expect(createKeyring(alone).unwrap('ses_a', again)).toEqual(key);
  expect(() => createKeyring(alone).unwrap('ses_b', again)).toThrow();
  expect(() => createKeyring(alone).unwrap('ses_a', wrapped)).toThrow('master key mk1 is missing');
  expect(() => createKeyring(first).unwrap('ses_a', again)).toThrow('master key mk2 is missing');
});

test('while the new key is only added, nothing is wrapped under it', () => {
  expect(createKeyring(added).createDataKey('ses_a').wrapped.masterKeyId).toBe('mk1');
});

test.each([
  ['a current key that is not there', { ...first, current: 'mk9' }, 'current'],
  ['a next key that is not there', { ...first, next: 'mk9' }, 'next'],
  ['a root of the wrong length', { ...first, service: 'AAAA' }, 'service'],
])('%s is refused by its name', (_what, ring, named) => {
  expect(() => createKeyring(ring)).toThrow(`keyring: ${named} `);
});

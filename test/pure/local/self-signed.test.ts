import { createPrivateKey, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { der, integer, objectIdentifier } from '../../../services/local/lan/der';
import { selfSigned } from '../../../services/local/lan/self-signed';

const wish = {
  address: '192.168.1.5',
  notBefore: new Date('2026-11-28T00:00:00Z'),
  notAfter: new Date('2027-11-28T12:34:56Z'),
};

it('is a certificate as OpenSSL reads it: for that address, those days, a server, and no authority', () => {
  const { cert, key } = selfSigned(wish);
  const read = new X509Certificate(cert);
  expect(read.checkIP('192.168.1.5')).toBe('192.168.1.5');
  expect(read.checkIP('192.168.1.6')).toBeUndefined();
  expect(read.subjectAltName).toBe('IP Address:192.168.1.5');
  expect(new Date(read.validFrom)).toEqual(wish.notBefore);
  expect(new Date(read.validTo)).toEqual(wish.notAfter);
  expect(read.ca).toBe(false);
  expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(read.issuer).toBe(read.subject);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
});

it('no two have a number or a key in common', () => {
  const [one, other] = [selfSigned(wish), selfSigned(wish)].map(
    ({ cert }) => new X509Certificate(cert),
  );
  expect(one?.serialNumber).not.toBe(other?.serialNumber);
  expect(one?.verify(other?.publicKey ?? one.publicKey)).toBe(false);
});

it('lengths and numbers are those of X.690', () => {
  expect(der(0x04, Buffer.alloc(127)).subarray(0, 2)).toEqual(Buffer.from([0x04, 127]));
  expect(der(0x04, Buffer.alloc(128)).subarray(0, 3)).toEqual(Buffer.from([0x04, 0x81, 128]));
  expect(der(0x04, Buffer.alloc(256)).subarray(0, 4)).toEqual(Buffer.from([0x04, 0x82, 1, 0]));
  expect(integer(Buffer.from([0x80]))).toEqual(Buffer.from([0x02, 2, 0, 0x80]));
  // RSA's own arc, as RFC 8017 prints it.
  expect(objectIdentifier('1.2.840.113549').toString('hex')).toBe('06062a864886f70d');
});

it('every private address goes into a certificate that is for it', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, (b, c, d) => {
      const address = `10.${String(b)}.${String(c)}.${String(d)}`;
      const read = new X509Certificate(selfSigned({ ...wish, address }).cert);
      expect(read.checkIP(address)).toBe(address);
    }),
    { numRuns: 20 },
  );
});

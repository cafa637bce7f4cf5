import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import {
  bits,
  der,
  integer,
  objectIdentifier,
  octets,
  sequence,
  set,
  utcTime,
  utf8,
  yes,
} from './der';

export interface CertificateWish {
  readonly address: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface SelfSigned {
  readonly cert: string;
  readonly key: string;
}

const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const serverAuth = '1.3.6.1.5.5.7.3.1';

/**
 * A server's certificate for one address, signed by itself (RFC 5280). Node makes keys and signatures and no
 * certificates; the libraries that do bring twenty packages for this one form.
 */
export function selfSigned({ address, notBefore, notAfter }: CertificateWish): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(
    set(sequence(objectIdentifier('2.5.4.3'), utf8('Verifa Sessions, local stack'))),
  );
  // Positive and never the same: browsers refuse two certificates of one issuer and number.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    name,
    sequence(utcTime(notBefore), utcTime(notAfter)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions(address))),
  );
  const certificate = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)));
  return {
    cert: pem('CERTIFICATE', certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** RFC 5280 §4.2.1: no authority, signs what it says, a server, at this address. */
function extensions(address: string): readonly Buffer[] {
  const digitalSignature = bits(Buffer.from([0x80]), 7);
  const ipAddress = der(0x87, Buffer.from(ipaddr.parse(address).toByteArray()));
  return [
    sequence(objectIdentifier('2.5.29.19'), yes, octets(sequence())),
    sequence(objectIdentifier('2.5.29.15'), yes, octets(digitalSignature)),
    sequence(objectIdentifier('2.5.29.37'), octets(sequence(objectIdentifier(serverAuth)))),
    sequence(objectIdentifier('2.5.29.17'), octets(sequence(ipAddress))),
  ];
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

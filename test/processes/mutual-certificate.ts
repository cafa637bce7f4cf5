import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
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
} from '../../services/local/lan/der';

export interface MutualCertificate {
  readonly cert: string;
  readonly key: string;
}

const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
/** RFC 5280 §4.2.1.12: for servers, and for clients. */
const purposes = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'];
const dayMs = 86_400_000;

/** Signed by itself, for both ends of a TLS connection on 127.0.0.1. */
export function mutualCertificate(commonName: string): MutualCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8(commonName))));
  const loopback = der(0x87, Buffer.from([127, 0, 0, 1]));
  const now = Date.now();
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(now - dayMs)), utcTime(new Date(now + dayMs))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        sequence(
          objectIdentifier('2.5.29.37'),
          octets(sequence(...purposes.map((one) => objectIdentifier(one)))),
        ),
        sequence(objectIdentifier('2.5.29.17'), octets(sequence(loopback))),
      ),
    ),
  );
  const certificate = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

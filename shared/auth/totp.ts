import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const digits = 6;
/** A phone's clock may be a step off, either way. */
const tolerance = 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 bits, as RFC 4226 recommends. */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

/** The code of a moment (RFC 6238 over HMAC-SHA-1, which is what authenticator apps know). */
export function totpCode(secret: Buffer, at: Date): string {
  return codeOfStep(secret, stepOf(at));
}

/** The time step whose code this is, of those that may be now; null for a wrong code. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const present = stepOf(now);
  let found: number | null = null;
  // All of them, so that the time tells nothing.
  for (let step = present - tolerance; step <= present + tolerance; step += 1) {
    const right = Buffer.from(codeOfStep(secret, step));
    const given = Buffer.from(code);
    if (given.length === right.length && timingSafeEqual(given, right)) found = step;
  }
  return found;
}

/** What an authenticator app reads from the QR code. */
export function otpauthUrl(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** RFC 4648, without padding. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

/** @throws Error for what is none */
export function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (char) => {
    const value = alphabet.indexOf(char);
    if (value === -1) throw new Error('not base 32');
    return value.toString(2).padStart(5, '0');
  }).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / stepSeconds);
}

function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

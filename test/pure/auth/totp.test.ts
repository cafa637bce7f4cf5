import fc from 'fast-check';
import { base32, fromBase32, otpauthUrl, stepOfCode, totpCode } from '../../../shared/auth/totp';

const secret = Buffer.from('12345678901234567890');

it('gives the codes of RFC 6238, appendix B (their last six digits)', () => {
  const table = {
    59: '287082',
    1111111109: '081804',
    1111111111: '050471',
    1234567890: '005924',
    2000000000: '279037',
    20000000000: '353130',
  };
  for (const [seconds, code] of Object.entries(table)) {
    expect(totpCode(secret, new Date(Number(seconds) * 1_000))).toBe(code);
  }
});

it('takes the code of the step, the one before and the one after, and says which it was', () => {
  const at = new Date('2026-11-30T02:00:10Z');
  const step = Math.floor(at.getTime() / 30_000);
  for (const [offset, expected] of [
    [-2, null],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, null],
  ] as const) {
    const code = totpCode(secret, new Date(at.getTime() + offset * 30_000));
    expect(stepOfCode(secret, code, at)).toBe(expected);
  }
});

it('no text of another form is a code', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (!/^\d{6}$/.test(text)) expect(stepOfCode(secret, text, new Date(0))).toBeNull();
    }),
  );
});

it('writes base 32 as RFC 4648 has it, and names the organisation to the app', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase32(base32(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
  expect(otpauthUrl(Buffer.from('foobar'), 'A & B', 'r@example.org')).toBe(
    'otpauth://totp/A%20%26%20B:r%40example.org?secret=MZXW6YTBOI&issuer=A%20%26%20B',
  );
});

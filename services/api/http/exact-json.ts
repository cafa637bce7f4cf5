import { randomUUID } from 'node:crypto';

/** A number that JavaScript cannot give back as it was written: `12345678901234567890`, `1e400`. */
export class InexactNumber {
  constructor(readonly nearest: number) {}
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Up to 15 digits without an exponent are always exact: most bodies need no second look. */
const mayBeInexact = /\d[\d.]{15}|\d[eE]/;
const beyondIntegers = 2 ** 53;

/**
 * `JSON.parse`, but a number that would come out as another one is an `InexactNumber`: whoever keeps what
 * is not theirs can refuse it, instead of giving back something else.
 *
 * @throws SyntaxError for what is no JSON
 */
export function parseExactJson(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  if (!mayBeInexact.test(text)) return parsed;
  // Nobody can have written this into a string: it is made anew for each text.
  const mark = `inexact-${randomUUID()}:`;
  let found = 0;
  const marked = text.replaceAll(token, (part) => {
    if (part.startsWith('"') || isExact(part)) return part;
    found += 1;
    return `"${mark}${part}"`;
  });
  if (found === 0) return parsed;
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark)
      ? new InexactNumber(Number(value.slice(mark.length)))
      : value,
  );
}

function isExact(written: string): boolean {
  const value = Number(written);
  if (!Number.isFinite(value)) return false;
  if (Number.isInteger(value) && Math.abs(value) > beyondIntegers) return false;
  return decimal(written) === decimal(String(value));
}

/** One text for one decimal number: `1.50`, `15e-1` and `0.15e1` are equal. */
function decimal(written: string): string {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const places = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${written.startsWith('-') ? '-' : ''}${significant}e${String(places)}`;
}

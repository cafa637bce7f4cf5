import fc from 'fast-check';
import { InexactNumber, parseExactJson } from '../../../services/api/http/exact-json';

it.each([
  '9007199254740993',
  '12345678901234567890',
  '-12345678901234567890',
  '1e400',
  '-1E+400',
  '1e-400',
  '1e20',
  '0.1000000000000000055',
])('%s comes out as another number, and is marked', (written) => {
  expect(parseExactJson(`{"a":[${written}]}`)).toEqual({ a: [new InexactNumber(Number(written))] });
});

it.each(['0', '-0', '1.50', '9007199254740992', '0.30000000000000004', '15e-1', '1e3', '1.0e0'])(
  '%s is what it says',
  (written) => {
    expect(parseExactJson(written)).toBe(Number(written));
  },
);

it('numbers inside text are text', () => {
  const value = { 'a "12345678901234567890': 'is \\" 1e400, 12345678901234567890' };
  expect(parseExactJson(JSON.stringify(value))).toEqual(value);
});

it('anything else is what JSON.parse makes of it', () => {
  const nearest = (value: unknown): unknown =>
    value instanceof InexactNumber
      ? value.nearest
      : Array.isArray(value)
        ? value.map(nearest)
        : value;
  const items = fc.array(fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean()));
  fc.assert(
    fc.property(items, (value) => {
      const text = JSON.stringify(value);
      expect(nearest(parseExactJson(text))).toEqual(JSON.parse(text));
    }),
  );
});

it('what is no JSON is a SyntaxError', () => {
  expect(() => parseExactJson('{"a": 1e400')).toThrow(SyntaxError);
});

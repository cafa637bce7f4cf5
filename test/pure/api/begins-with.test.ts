import fc from 'fast-check';
import { endOfPrefix } from '../../../services/api/http/begins-with';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const whole = fc.string({ unit: 'binary', maxLength: 6 });

test('a text lies between a prefix and its end, by bytes, exactly when it begins with it', () => {
  fc.assert(
    fc.property(whole, whole, fc.boolean(), (prefix, other, isLonger) => {
      const text = isLonger ? prefix + other : other;
      const end = endOfPrefix(prefix);
      const isFrom = Buffer.compare(bytes(text), bytes(prefix)) >= 0;
      const isBefore = end === null || Buffer.compare(bytes(text), bytes(end)) < 0;
      expect(isFrom && isBefore).toBe(text.startsWith(prefix));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['a', 'b'],
  ['ses_', 'ses`'],
  ['\ud7ff', '\ue000'],
  ['a\u{10ffff}', 'b'],
  ['\u{10ffff}', null],
  ['', null],
])('the end of %j is %j', (prefix, end) => {
  expect(endOfPrefix(prefix)).toBe(end);
});

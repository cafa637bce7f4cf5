import fc from 'fast-check';
import { isOneSlip } from '../../../shared/domain/watchlists/match/one-slip';

const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 1, maxLength: 6 });
const letters = ['A', 'B', 'C'];

/** Everything that one slip makes of a word, spelled out. */
function slipsOf(text: string): ReadonlySet<string> {
  const places = Array.from({ length: text.length + 1 }, (_, at) => at);
  const all = places.flatMap((at) => {
    const [before, here, behind] = [text.slice(0, at), text.slice(at), text.slice(at + 1)];
    const isLetter = at < text.length;
    return [
      ...letters.map((letter) => before + letter + here),
      ...(isLetter ? [before + behind, ...letters.map((letter) => before + letter + behind)] : []),
      ...(at + 1 < text.length
        ? [before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)]
        : []),
    ];
  });
  return new Set(all.filter((one) => one !== text));
}

test('a slip is one letter wrong, missing, too many, or two neighbours exchanged, and nothing else', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneSlip(a, b)).toBe(slipsOf(a).has(b));
      for (const slip of slipsOf(a)) expect(isOneSlip(slip, a)).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import {
  brandColourForm,
  colourFaults,
  contrast,
  inkOn,
  inks,
  nearestUsable,
} from '../../../shared/domain/organization/brand-colour';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

it("is WCAG's ratio: 21 at most, 1 for a colour on itself, the same both ways", () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  // Known from WebAIM's checker.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  fc.assert(
    fc.property(colours, colours, (one, other) => {
      expect(contrast(one, one)).toBe(1);
      expect(contrast(one, other)).toBe(contrast(other, one));
      expect(contrast(one, other)).toBeGreaterThanOrEqual(1);
    }),
  );
});

it('the text on a colour is the better of the two', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const best = Math.max(...Object.values(inks).map((ink) => contrast(colour, ink)));
      expect(contrast(colour, inkOn(colour))).toBe(best);
    }),
  );
  expect(inkOn('#0b57d0')).toBe(inks.white);
  expect(inkOn('#ffcc00')).toBe(inks.black);
});

it.each([
  ['#1a66d9', []],
  ['#ffcc00', ['light']],
  ['#001a66', ['dark']],
  ['#ffffff', ['light']],
  // Between both inks: neither is read well enough on it.
  ['#777777', ['text']],
])('%s has the faults %j', (colour, against) => {
  expect(colourFaults(colour).map((fault) => fault.against)).toEqual(against);
});

it('every colour has a usable one near it, itself when it is one', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const usable = nearestUsable(colour);
      expect(usable).toMatch(brandColourForm);
      expect(colourFaults(usable)).toEqual([]);
      if (colourFaults(colour).length === 0) expect(usable).toBe(colour);
    }),
    { numRuns: 500 },
  );
});

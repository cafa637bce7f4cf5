import fc from 'fast-check';
import {
  panBy,
  placementOf,
  pointUnder,
  showPart,
  turnOn,
  wholePicture,
  within,
  zoomBy,
  zoomRange,
  type Framed,
  type Look,
} from '../../../../../services/console/review/viewer/geometry';

const pixels = fc.integer({ min: 1, max: 6_000 });
const size = fc.record({ width: pixels, height: pixels });
const framedArb: fc.Arbitrary<Framed> = fc.record({ stage: size, picture: size });
const shareArb = fc.double({ min: 0, max: 1, noNaN: true });
const looked = framedArb.chain((framed) =>
  fc
    .record({
      zoom: fc.double({ min: zoomRange.least, max: zoomRange.most, noNaN: true }),
      x: shareArb,
      y: shareArb,
      turn: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
    })
    .map((look) => ({ framed, look: within(framed, look) })),
);
const factorArb = fc.double({ min: 0.05, max: 20, noNaN: true });
const offset = fc.record({
  x: fc.double({ min: -3_000, max: 3_000, noNaN: true }),
  y: fc.double({ min: -3_000, max: 3_000, noNaN: true }),
});

/** The picture's edges on the stage, from its middle. */
function edges(framed: Framed, look: Look) {
  const { x, y, scale, turn } = placementOf(framed, look);
  const isLying = turn === 90 || turn === 270;
  const { width, height } = framed.picture;
  const halfWide = ((isLying ? height : width) * scale) / 2;
  const halfHigh = ((isLying ? width : height) * scale) / 2;
  return { left: x - halfWide, right: x + halfWide, top: y - halfHigh, bottom: y + halfHigh };
}

function hasNoGap(framed: Framed, look: Look): boolean {
  const { left, right, top, bottom } = edges(framed, look);
  const spans = [
    { from: left, to: right, stage: framed.stage.width },
    { from: top, to: bottom, stage: framed.stage.height },
  ];
  return spans.every(({ from, to, stage }) => {
    const slack = stage * 1e-6 + 1e-6;
    return to - from >= stage
      ? from <= -stage / 2 + slack && to >= stage / 2 - slack
      : Math.abs(from + to) <= slack;
  });
}

it('shows a whole picture within the stage, touching two of its edges', () => {
  fc.assert(
    fc.property(framedArb, (framed) => {
      const { left, right, top, bottom } = edges(framed, wholePicture);
      const { width, height } = framed.stage;
      const slack = 1e-6 * (width + height);
      expect(right - left).toBeLessThanOrEqual(width + slack);
      expect(bottom - top).toBeLessThanOrEqual(height + slack);
      expect(
        Math.min(Math.abs(right - left - width), Math.abs(bottom - top - height)),
      ).toBeLessThanOrEqual(slack);
    }),
  );
});

it('leaves no gap beside a picture that is larger than the stage, whatever is done', () => {
  fc.assert(
    fc.property(looked, factorArb, offset, offset, ({ framed, look }, factor, anchor, by) => {
      const after = [
        zoomBy(framed, look, factor, anchor),
        panBy(framed, look, by),
        turnOn(framed, look),
        showPart(framed, look, { left: 0, top: 0.7, width: 1, height: 0.3 }),
      ];
      for (const one of after) {
        expect(hasNoGap(framed, one)).toBe(true);
        expect(one.zoom).toBeGreaterThanOrEqual(zoomRange.least - 1e-9);
        expect(one.zoom).toBeLessThanOrEqual(zoomRange.most + 1e-9);
      }
    }),
  );
});

it('keeps the point under the pointer there while zooming into a picture that fills the stage', () => {
  const share = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  const into = fc.double({ min: 1, max: 20, noNaN: true });
  fc.assert(
    fc.property(looked, into, share, share, ({ framed, look }, factor, across, down) => {
      const filling = within(framed, { ...look, zoom: zoomRange.most });
      const { left, right, top, bottom } = edges(framed, filling);
      const { width, height } = framed.stage;
      fc.pre(right - left >= width && bottom - top >= height);
      // The least zoom at which it still fills both ways, so that there is something to zoom into.
      const least = Math.max(width / (right - left), height / (bottom - top)) * zoomRange.most;
      const before = within(framed, { ...look, zoom: Math.max(least, zoomRange.least) });
      const anchor = { x: across * width, y: down * height };
      const point = pointUnder(framed, before, anchor);
      const after = pointUnder(framed, zoomBy(framed, before, factor, anchor), anchor);
      expect(after.x).toBeCloseTo(point.x, 9);
      expect(after.y).toBeCloseTo(point.y, 9);
    }),
  );
});

it('comes back to the same look after four quarter turns', () => {
  fc.assert(
    fc.property(looked, ({ framed, look }) => {
      // A whole turn may take from the middle only what an edge took.
      const settled = [0, 1, 2, 3].reduce((one) => turnOn(framed, one), look);
      const again = [0, 1, 2, 3].reduce((one) => turnOn(framed, one), settled);
      expect(again.turn).toBe(look.turn);
      expect(again.zoom).toBe(look.zoom);
      expect(again.x).toBeCloseTo(settled.x, 9);
      expect(again.y).toBeCloseTo(settled.y, 9);
    }),
  );
});

it('takes the corners of a turned picture with it: the top left one goes to the top right', () => {
  const framed = { stage: { width: 100, height: 100 }, picture: { width: 400, height: 400 } };
  const corner = within(framed, { zoom: 8, x: 0, y: 0, turn: 0 });
  const { x, y, turn } = turnOn(framed, corner);
  expect(turn).toBe(90);
  expect(x).toBeCloseTo(1 - corner.x, 12);
  expect(y).toBeCloseTo(corner.y, 12);
});

it('shows a part whole, and as large as the stage and the range allow', () => {
  const part = fc
    .record({
      left: fc.double({ min: 0, max: 0.8, noNaN: true }),
      top: fc.double({ min: 0, max: 0.8, noNaN: true }),
      width: fc.double({ min: 0.05, max: 0.2, noNaN: true }),
      height: fc.double({ min: 0.05, max: 0.2, noNaN: true }),
    })
    .filter(({ left, top, width, height }) => left + width <= 1 && top + height <= 1);
  fc.assert(
    fc.property(looked, part, ({ framed, look }, wished) => {
      const shown = showPart(framed, look, wished);
      const { width, height } = framed.stage;
      const from = pointUnder(framed, shown, { x: -width / 2, y: -height / 2 });
      const to = pointUnder(framed, shown, { x: width / 2, y: height / 2 });
      const isWhole =
        from.x <= wished.left + 1e-6 &&
        from.y <= wished.top + 1e-6 &&
        to.x >= wished.left + wished.width - 1e-6 &&
        to.y >= wished.top + wished.height - 1e-6;
      expect(isWhole).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { zoomRange } from '../../../../../services/console/review/viewer/geometry';
import {
  firstPanes,
  reducePanes,
  type PaneAction,
  type Panes,
  type Side,
} from '../../../../../services/console/review/viewer/panes';

const sideArb = fc.constantFrom<Side>('left', 'right');
const pixels = fc.integer({ min: 1, max: 5_000 });
const sizeArb = fc.record({ width: pixels, height: pixels });
const stepArb: fc.Arbitrary<PaneAction> = fc.oneof(
  fc.record({
    kind: fc.constant('zoom' as const),
    side: sideArb,
    factor: fc.double({ min: 0.05, max: 20, noNaN: true }),
    anchor: fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
    }),
  }),
  fc.record({
    kind: fc.constant('pan' as const),
    side: sideArb,
    by: fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
    }),
  }),
  fc.record({ kind: fc.constant('turn' as const), side: sideArb }),
);
const bothArb = fc.record({ left: sizeArb, right: sizeArb, stage: sizeArb });

function shown({ left, right, stage }: { left: Size; right: Size; stage: Size }): Panes {
  const actions: readonly PaneAction[] = [
    { kind: 'stage', side: 'left', size: stage },
    { kind: 'stage', side: 'right', size: stage },
    { kind: 'picture', side: 'left', size: left },
    { kind: 'picture', side: 'right', size: right },
  ];
  return actions.reduce(reducePanes, firstPanes('doc_front', 'doc_selfie'));
}
interface Size {
  readonly width: number;
  readonly height: number;
}

it('keeps two pictures that move together as large to each other as they were', () => {
  fc.assert(
    fc.property(
      bothArb,
      fc.double({ min: 1, max: 6, noNaN: true }),
      fc.array(stepArb),
      (sizes, apart, steps) => {
        const alone = reducePanes(shown(sizes), { kind: 'together', areTogether: false });
        const zoomed = reducePanes(alone, {
          kind: 'zoom',
          side: 'right',
          factor: apart,
          anchor: { x: 0, y: 0 },
        });
        const together = reducePanes(zoomed, { kind: 'together', areTogether: true });
        const after = steps.reduce(reducePanes, together);
        const ratio = ({ left, right }: Panes): number => right.look.zoom / left.look.zoom;
        expect(ratio(after) / ratio(together)).toBeCloseTo(1, 6);
        for (const { look } of [after.left, after.right]) {
          expect(look.zoom).toBeGreaterThanOrEqual(zoomRange.least - 1e-6);
          expect(look.zoom).toBeLessThanOrEqual(zoomRange.most + 1e-6);
        }
      },
    ),
  );
});

it('moves one picture alone when they do not move together', () => {
  fc.assert(
    fc.property(bothArb, stepArb, (sizes, step) => {
      fc.pre('side' in step);
      const alone = reducePanes(shown(sizes), { kind: 'together', areTogether: false });
      const after = reducePanes(alone, step);
      const other = 'side' in step && step.side === 'left' ? 'right' : 'left';
      expect(after[other]).toEqual(alone[other]);
    }),
  );
});

it('turns one picture only, even when they move together', () => {
  const before = shown({
    left: { width: 3, height: 2 },
    right: { width: 2, height: 3 },
    stage: { width: 4, height: 4 },
  });
  const after = reducePanes(before, { kind: 'turn', side: 'right' });
  expect(after.right.look.turn).toBe(90);
  expect(after.left).toEqual(before.left);
});

it('does nothing to a picture that is not there yet, and forgets how the one before was looked at', () => {
  fc.assert(
    fc.property(bothArb, stepArb, (sizes, step) => {
      const zoomed = reducePanes(shown(sizes), {
        kind: 'zoom',
        side: 'left',
        factor: 3,
        anchor: { x: 0, y: 0 },
      });
      const other = reducePanes(zoomed, { kind: 'place', side: 'left', documentId: 'doc_back' });
      expect(other.left.look).toEqual({ zoom: 1, x: 0.5, y: 0.5, turn: 0 });
      expect(reducePanes(other, step).left).toEqual(other.left);
    }),
  );
});

it('swaps the pictures with how they are looked at, and swaps them back', () => {
  fc.assert(
    fc.property(bothArb, fc.array(stepArb), (sizes, steps) => {
      const before = steps.reduce(reducePanes, shown(sizes));
      const swapped = reducePanes(before, { kind: 'swap' });
      expect(swapped.left.documentId).toBe(before.right.documentId);
      expect(swapped.left.look.zoom).toBe(before.right.look.zoom);
      const back = reducePanes(swapped, { kind: 'swap' });
      expect(back.left.look.x).toBeCloseTo(before.left.look.x, 9);
      expect(back.right.documentId).toBe(before.right.documentId);
    }),
  );
});

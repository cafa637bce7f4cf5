import { barcodeTurns } from '../../../activities/checks/engines/document/barcode/barcode-turns';

const line = { centre: { x: 0, y: 0 }, width: 400, height: 20, angle: 0 };

describe('a page is turned for its barcode', () => {
  it('as its longest line of print would lie level', () => {
    const boxes = [
      { ...line, width: 100, angle: 1.2 },
      { ...line, angle: Math.PI / 6 },
    ];
    expect(barcodeTurns(boxes, false)[0]).toBeCloseTo(-30);
  });

  it('not at all first when that is level already, or when nothing is printed', () => {
    expect(barcodeTurns([{ ...line, angle: 0.005 }], false)[0]).toBe(0);
    expect(barcodeTurns([], false)[0]).toBe(0);
  });

  it('once only when a zone was read: then it confirms', () => {
    expect(barcodeTurns([line], false).length).toBeGreaterThan(1);
    expect(barcodeTurns([line], true)).toEqual([0]);
  });
});

import {
  alongside,
  type TextBox,
} from '../../../activities/checks/engines/document/ocr/text-boxes';

const box = (angle: number): TextBox => ({ centre: { x: 0, y: 0 }, width: 90, height: 9, angle });
const quarter = Math.PI / 2;

describe('two lines of one page read the same way', () => {
  it('also when they lie just before and just past the vertical', () => {
    expect(alongside(box(0.01 - quarter), box(quarter)).angle).toBeCloseTo(quarter + 0.01);
    expect(alongside(box(quarter), box(0.01 - quarter)).angle).toBeCloseTo(-quarter);
  });

  it('as they are when they lie alike', () => {
    expect(alongside(box(0.2), box(0.1)).angle).toBe(0.2);
    expect(alongside(box(-0.2), box(0.1)).angle).toBe(-0.2);
  });
});

import { directingBox } from '../../../activities/checks/engines/document/ocr/line-direction';
import type { TextBox } from '../../../activities/checks/engines/document/ocr/text-boxes';

const line = (row: number, angle = 0.02): TextBox => ({
  centre: { x: 700, y: 200 + row * 60 },
  width: 240 + row,
  height: 40,
  angle,
});

describe('the direction of print', () => {
  it('is not told by a portrait that was taken for text, however wide', () => {
    const portrait = { centre: { x: 200, y: 400 }, width: 589, height: 443, angle: 1.5 };
    expect(directingBox([portrait, line(1), line(2), line(3)])?.angle).toBe(0.02);
  });

  it('is that of most lines, not of the longest', () => {
    const across = { centre: { x: 50, y: 400 }, width: 900, height: 30, angle: 1.4 };
    expect(directingBox([across, line(1), line(2), line(3)])).toEqual(line(3));
  });

  it('counts lines just before and just past the vertical as one direction', () => {
    const lines = [line(1, 1.56), line(2, -1.56), line(3, 1.55), line(4, 0)];
    expect(Math.abs(directingBox(lines)?.angle ?? 0)).toBeGreaterThan(1.5);
  });

  it('is that of the widest box where there is no line, and unknown where there is nothing', () => {
    const letter = { centre: { x: 0, y: 0 }, width: 40, height: 40, angle: 0.7 };
    expect(directingBox([letter])).toEqual(letter);
    expect(directingBox([])).toBeUndefined();
  });
});

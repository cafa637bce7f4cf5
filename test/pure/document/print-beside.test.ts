import type { TextBox } from '../../../activities/checks/engines/document/ocr/text-boxes';
import {
  hasPrintBelow,
  hasSentences,
} from '../../../activities/checks/engines/document/print-beside';

/** Rows one below the other, the whole page turned by `angle`. */
function rows(first: number, count: number, width: number, angle = 0): TextBox[] {
  return Array.from({ length: count }, (_, row) => {
    const [along, across] = [800, first + row * 60];
    return {
      centre: {
        x: along * Math.cos(angle) - across * Math.sin(angle),
        y: along * Math.sin(angle) + across * Math.cos(angle),
      },
      width,
      height: 36,
      angle,
    };
  });
}

describe.each([0, 0.15, -0.15])('of a page turned by %d', (angle) => {
  const fields = rows(200, 8, 240, angle);
  const zone = rows(800, 2, 1100, angle);

  it('no print is below the zone of a document by itself', () => {
    expect(hasPrintBelow([...fields, ...zone], zone, false)).toBe(false);
  });

  it('rows below its zone are another sheet', () => {
    expect(hasPrintBelow([...fields, ...zone, ...rows(960, 3, 900, angle)], zone, false)).toBe(
      true,
    );
  });

  it('a word or two below it are none', () => {
    expect(hasPrintBelow([...fields, ...zone, ...rows(960, 2, 300, angle)], zone, false)).toBe(
      false,
    );
  });
});

test('upside down, below is where the fields are not', () => {
  const zone = rows(300, 2, 1100).toReversed();
  const fields = rows(500, 8, 240);
  expect(hasPrintBelow([...zone, ...fields], zone, true)).toBe(false);
  expect(hasPrintBelow([...zone, ...fields, ...rows(40, 4, 900)], zone, true)).toBe(true);
});

test('a page without a zone runs on in sentences where many rows are long for their height', () => {
  expect(hasSentences(rows(100, 6, 900))).toBe(true);
  expect(hasSentences(rows(100, 5, 900))).toBe(false);
  expect(hasSentences(rows(100, 12, 300))).toBe(false);
  expect(hasSentences([])).toBe(false);
});

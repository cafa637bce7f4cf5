import { findSex } from '../../../activities/checks/engines/document/visual/find-sex';
import type { LineRecogniser } from '../../../activities/checks/engines/document/ocr/line-recogniser';
import type { PrintedLine } from '../../../shared/domain/checks/print/printed-line';
import type { Raster } from '../../../shared/images/raster';

const picture: Raster = { data: new Uint8Array(4), width: 2, height: 2, channels: 1 };
const alphabet = { characters: [], classes: [] };

const line = (text: string, left: number, down: number): PrintedLine => ({
  text,
  certainties: Array.from(text, () => 0.99),
  left,
  width: text.length * 14,
  down,
  height: 30,
});

/** Reads one text, only in windows that a place lies in. */
function readingAt(x: number, y: number, text: string, certainty = 0.99): LineRecogniser {
  return {
    read: (_picture, [topLeft, , bottomRight]) => {
      const isIn = x > topLeft.x && x < bottomRight.x && y > topLeft.y && y < bottomRight.y;
      const seen = isIn ? text : '';
      return Promise.resolve({
        text: seen,
        certainties: Array.from(seen, () => certainty),
        steps: Array.from(seen, (_, index) => index),
      });
    },
  };
}

const find = (
  lines: readonly PrintedLine[],
  recogniser: LineRecogniser,
): Promise<readonly PrintedLine[]> =>
  findSex(lines, { picture, angle: 0 }, { recogniser, alphabet }, undefined);

const label = line('Sexe / Sex', 100, 200);

describe('the sex, where the text finder passed over its letter', () => {
  it.each([
    ['below its label', 115, 232],
    ['beside its label', 270, 200],
  ])('is found %s', async (_where, x, y) => {
    const found = await find([label], readingAt(x, y, 'M'));
    expect(found.map(({ text }) => text)).toEqual(['M']);
  });

  it('is not looked for where a letter was found, or without a label', async () => {
    expect(await find([label, line('F', 100, 235)], readingAt(115, 232, 'M'))).toEqual([]);
    expect(await find([line('Nationality', 100, 200)], readingAt(115, 232, 'M'))).toEqual([]);
  });

  it.each([
    ['another letter', 'E', 0.99],
    ['more than a letter', 'Mate of', 0.99],
    ['a letter read with doubt', 'M', 0.7],
  ])('is not %s', async (_what, text, certainty) => {
    expect(await find([label], readingAt(115, 232, text, certainty))).toEqual([]);
  });
});

import fc from 'fast-check';
import type { Alphabet } from '../../../activities/checks/engines/document/ocr/ctc-decode';
import type { LineRecogniser } from '../../../activities/checks/engines/document/ocr/line-recogniser';
import { rememberedLines } from '../../../activities/checks/engines/document/ocr/remembered-lines';
import { rectangle, type Quad } from '../../../shared/images/homography';
import type { Raster } from '../../../shared/images/raster';

const picture = (): Raster => ({ data: new Uint8Array(4), width: 2, height: 2, channels: 1 });
const pictures = [picture(), picture()];
const alphabets: readonly Alphabet[] = ['A', 'B'].map((letter) => ({
  classes: [1],
  characters: [letter],
}));
/** Two that lie apart by less than is written of most numbers, and one drawn the other way round. */
const [corner, along, across, down] = rectangle(9, 2);
const lines: readonly Quad[] = [
  [corner, along, across, down],
  [{ x: 1e-12, y: 0 }, along, across, down],
  [across, down, corner, along],
];

interface Asked {
  readonly picture: number;
  readonly line: number;
  readonly alphabet: number;
}
const asked: fc.Arbitrary<Asked> = fc.record({
  picture: fc.nat({ max: pictures.length - 1 }),
  line: fc.nat({ max: lines.length - 1 }),
  alphabet: fc.nat({ max: alphabets.length - 1 }),
});

/** Says of what it was asked, and counts how often. */
function countingRecogniser(): { readonly recogniser: LineRecogniser; readonly reads: string[] } {
  const reads: string[] = [];
  const recogniser: LineRecogniser = {
    read(of, line, alphabet) {
      const text = [pictures.indexOf(of), lines.indexOf(line), alphabets.indexOf(alphabet)].join(
        ' ',
      );
      reads.push(text);
      return Promise.resolve({ text, certainties: [], steps: [] });
    },
  };
  return { recogniser, reads };
}

async function readAll(recogniser: LineRecogniser, all: readonly Asked[]): Promise<string[]> {
  const texts: string[] = [];
  for (const { picture: of, line, alphabet } of all) {
    const [raster, quad, letters] = [pictures[of], lines[line], alphabets[alphabet]];
    if (raster === undefined || quad === undefined || letters === undefined) continue;
    texts.push((await recogniser.read(raster, quad, letters)).text);
  }
  return texts;
}

test('whatever is asked in whatever order: the recogniser’s own answers, each looked for once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { maxLength: 30 }), async (all) => {
      const { recogniser, reads } = countingRecogniser();
      const texts = await readAll(rememberedLines(recogniser), all);
      expect(texts).toEqual(await readAll(countingRecogniser().recogniser, all));
      expect(reads).toEqual([...new Set(texts)]);
    }),
  );
});

test('a reading that failed is no answer: the line is read again', async () => {
  let isBroken = true;
  const { recogniser } = countingRecogniser();
  const remembering = rememberedLines({
    read: (...line) =>
      isBroken ? Promise.reject(new Error('out of memory')) : recogniser.read(...line),
  });
  const first: Asked = { picture: 0, line: 0, alphabet: 0 };
  await expect(readAll(remembering, [first])).rejects.toThrow('out of memory');
  isBroken = false;
  expect(await readAll(remembering, [first])).toEqual(['0 0 0']);
});

import { editorsNamed } from '../../../activities/checks/engines/forensics/editing-software';
import {
  judgeForensics,
  tracedReasons,
} from '../../../activities/checks/engines/forensics/judge-forensics';
import type { ImageTraces } from '../../../activities/checks/engines/forensics/image-traces';
import { pdfProducers } from '../../../activities/checks/engines/forensics/pdf-producers';
import { flatLines } from '../../../activities/checks/engines/forensics/screenshot';

describe('metadata that names an editor', () => {
  test.each([
    ['Adobe Photoshop 25.9 (Windows)', 'photoshop'],
    ['GIMP 2.10.36', 'gimp'],
    ['Snapseed 2.0', 'snapseed'],
    ['Adobe Lightroom Classic 13.2', 'lightroom'],
    ['portrait, Negative prompt: blurry, Steps: 20', 'stable_diffusion'],
    ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', 'generated'],
  ])('%s', (text, name) => expect(editorsNamed([text])).toEqual([name]));

  test.each(['17.5.1', 'HDR+ 1.0.540104767zd', 'Microsoft Word', 'Skia/PDF m126', 'Canvas', ''])(
    'no editor: %s',
    (text) => expect(editorsNamed([text])).toEqual([]),
  );

  test('a PDF names its maker in brackets, in UTF-16, in hexadecimal or in its packet', () => {
    const utf16 = Buffer.from('\ufeffCanva', 'utf16le').swap16().toString('hex');
    const texts = [
      '<< /Producer (Adobe Photoshop \\(x\\)) >>',
      `<< /Creator <${utf16}> >>`,
      '<pdf:Producer>GIMP 2.10</pdf:Producer>',
    ];
    expect(editorsNamed(pdfProducers(Buffer.from(texts[0] ?? '')))).toEqual(['photoshop']);
    expect(editorsNamed(pdfProducers(Buffer.from(texts[1] ?? '')))).toEqual(['canva']);
    expect(editorsNamed(pdfProducers(Buffer.from(texts[2] ?? '')))).toEqual(['gimp']);
  });
});

test('flat lines are counted from each edge, up to the first other pixel', () => {
  const [width, height] = [40, 30];
  const data = new Uint8Array(width * height * 3).fill(32);
  const put = (x: number, y: number): void =>
    void data.fill(200, (y * width + x) * 3, (y * width + x + 1) * 3);
  put(5, 9);
  put(36, 27);
  // Nine rows above, two below; five columns to the left, three to the right.
  expect(flatLines({ data, width, height, channels: 3 })).toBe(9);
  put(20, 4);
  expect(flatLines({ data, width, height, channels: 3 })).toBe(5);
});

const clean: ImageTraces = {
  editors: [],
  screenshot: false,
  pattern: 9,
  fineDetail: -20,
  flat: null,
  recompression: 0.05,
  colour: 0.1,
  print: new Uint8Array(),
};

test('every trace is a reason of its own word; a clean picture has none', () => {
  expect(tracedReasons(clean)).toEqual([]);
  expect(tracedReasons({ ...clean, pattern: null, recompression: null })).toEqual([]);
  const all = {
    ...clean,
    editors: ['gimp'],
    screenshot: true,
    pattern: 40,
    fineDetail: -44,
    recompression: 0.5,
  };
  expect(tracedReasons(all)).toEqual([
    'exif_editing_software',
    'screenshot',
    'screen_photo',
    'enlarged',
    'recompressed',
  ]);
  // A screenshot is flat as well: that is said once.
  expect(tracedReasons({ ...clean, flat: 0.7 })).toEqual(['drawn']);
  expect(tracedReasons({ ...clean, flat: 0.7, screenshot: true })).toEqual(['screenshot']);
});

test('what fails the check is configured; the rest stands beside a pass', () => {
  const found = ['recompressed', 'image_reused'] as const;
  expect(judgeForensics(found, ['image_reused'])).toMatchObject({
    status: 'failed',
    reasons: ['image_reused', 'recompressed'],
  });
  expect(judgeForensics(found, [])).toMatchObject({
    status: 'passed',
    reasons: ['image_reused', 'recompressed'],
  });
});

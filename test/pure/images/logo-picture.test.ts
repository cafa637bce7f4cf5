import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawLogo, logoBox, mostLogoBytes } from '../../../services/api/organization/logo-picture';

jest.setTimeout(120_000);

const svg = (inner: string, size = 'width="64" height="32"', before = ''): Buffer =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inner}</svg>`,
  );

async function refusal(bytes: Buffer): Promise<string> {
  return drawLogo(bytes).then(
    () => 'drawn',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'other'),
  );
}

/** The sum of everything that is drawn: zero where nothing is. */
async function ink(bytes: Buffer): Promise<number> {
  const { png } = await drawLogo(bytes);
  const data = await sharp(png).ensureAlpha().raw().toBuffer();
  return data.reduce((sum, value) => sum + value, 0);
}

const red = sharp({ create: { width: 64, height: 32, channels: 3, background: '#ff0000' } });

it.each(['png', 'jpeg', 'webp'] as const)(
  'a %s comes out as a PNG without its metadata',
  async (form) => {
    const sent = await red
      .clone()
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .toFormat(form)
      .toBuffer();
    const { png, width, height } = await drawLogo(sent);
    expect([width, height]).toEqual([64, 32]);
    const { format, exif, icc } = await sharp(png).metadata();
    expect({ format, exif, icc }).toEqual({ format: 'png', exif: undefined, icc: undefined });
    expect(png.includes('somebody')).toBe(false);
  },
);

it('an SVG is drawn as large as it is kept, sharp however small it calls itself', async () => {
  const { width, height } = await drawLogo(svg('<rect width="64" height="32" fill="red"/>'));
  expect([width, height]).toEqual([320, 160]);
  const vast = await drawLogo(svg('<rect width="9" height="9"/>', 'width="90000" height="900"'));
  expect(vast.width).toBeLessThanOrEqual(logoBox.width);
});

it('a wide picture keeps its shape inside the box; transparency stays', async () => {
  const clear = sharp({
    create: { width: 2_000, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  const { png, width, height } = await drawLogo(await clear.png().toBuffer());
  expect([width, height]).toEqual([512, 77]);
  expect((await sharp(png).stats()).isOpaque).toBe(false);
});

it('noise, which nothing compresses, still comes out within 64 KB', async () => {
  const { width, height } = logoBox;
  const noise = sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
  const drawn = await drawLogo(await noise.png().toBuffer());
  expect(drawn.png.length).toBeLessThanOrEqual(mostLogoBytes);
  expect([drawn.width, drawn.height]).toEqual([width, height]);
});

it('what stands before the first element is read once, however much of it there is', async () => {
  const comments = '<!-- a -->'.repeat(300);
  const before = `<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg [ <!ENTITY a "b"> ]>\n${comments}`;
  expect(await ink(svg('<rect width="64" height="32" fill="red"/>', undefined, before))).not.toBe(
    0,
  );
  // Whoever tries each way to part these has 2^300 of them.
  expect(await refusal(Buffer.from(`${comments}<html>`))).toBe('unsupported_file_type');
  expect(await refusal(Buffer.from('<!---->'.repeat(580)))).toBe('unsupported_file_type');
});

describe('an SVG that refers to something outside itself', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verifa-logo-'));
    await writeFile(join(folder, 'red.png'), await red.clone().png().toBuffer());
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is drawn without it, whatever way it is written', async () => {
    const file = `file://${folder}/red.png`;
    const nested = svg(`<image xlink:href="${file}" width="64" height="32"/>`).toString('base64');
    const outside = [
      `<image xlink:href="${file}" width="64" height="32"/>`,
      `<image href="${folder}/red.png" width="64" height="32"/>`,
      `<image href="data:image/svg+xml;base64,${nested}" width="64" height="32"/>`,
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>`,
      `<text y="20"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/></text>`,
      `<style>@import url("${file}"); rect { fill: url("${file}") }</style>`,
      `<use href="${file}#a"/>`,
    ];
    for (const inner of outside) expect([inner, await ink(svg(inner))]).toEqual([inner, 0]);
    // What is inside counts: the zeros above are no accident.
    const inside = `data:image/png;base64,${(await red.clone().png().toBuffer()).toString('base64')}`;
    expect(await ink(svg(`<image href="${inside}" width="64" height="32"/>`))).toBeGreaterThan(0);
  });

  it('asks no server', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const at = `http://127.0.0.1:${String(port)}/x.svg`;
    await ink(svg(`<image href="${at}" width="64" height="32"/><use href="${at}#a"/>`));
    await refusal(svg('', undefined, `<!DOCTYPE svg SYSTEM "${at}">`));
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toBe(0);
  });

  it('cannot name an entity of its own making, nor one that grows', async () => {
    const external = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await refusal(svg('<text>&x;</text>', undefined, external))).toBe('invalid_image');
    const entities = Array.from('bcdefghi').map(
      (name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at] ?? ''};`.repeat(10)}">`,
    );
    const laughs = `<!DOCTYPE svg [<!ENTITY a "lol">${entities.join('')}]>`;
    expect(await refusal(svg('<text>&i;</text>', undefined, laughs))).toBe('invalid_image');
  });
});

const many = (count: number, inner: string): string => inner.repeat(count);
const bombs: readonly (readonly [string, Buffer])[] = [
  [
    'a filter of ten thousand turbulences',
    svg(
      `<filter id="f" x="0" y="0" width="1" height="1">${many(10_000, '<feTurbulence numOctaves="99" baseFrequency=".01"/>')}</filter><rect width="64" height="32" filter="url(#f)"/>`,
    ),
  ],
  [
    'elements that draw each other 10^9 times',
    svg(
      `<defs><g id="a"><rect width="1" height="1" opacity=".5"/></g>${Array.from('bcdefghij')
        .map(
          (name, at) =>
            `<g id="${name}" opacity=".9">${many(10, `<use href="#${'abcdefghij'[at] ?? ''}"/>`)}</g>`,
        )
        .join('')}</defs><use href="#j"/>`,
    ),
  ],
  ['ever deeper groups', svg(`${many(50_000, '<g>')}${many(50_000, '</g>')}`)],
  ['a picture of 900 megapixels', pngHeader(30_000, 30_000)],
];

it.each(bombs)('%s costs this process nothing and is refused in time', async (_name, bytes) => {
  const begunAt = Date.now();
  const before = process.memoryUsage.rss();
  expect(['invalid_image', 'image_too_large']).toContain(await refusal(bytes));
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  expect(Date.now() - begunAt).toBeLessThan(30_000);
});

it('is a picture by its content: nothing else is taken', async () => {
  const other = [
    '<html><svg></svg></html>',
    '%PDF-1.7 and so on',
    'GIF89a'.padEnd(64),
    '',
    '<svgx>',
  ];
  for (const text of other) {
    expect(await refusal(Buffer.from(text))).toBe('unsupported_file_type');
  }
  expect(await refusal(Buffer.from('<svg'))).toBe('unsupported_file_type');
  expect(await refusal(Buffer.from('<svg >not closed'))).toBe('invalid_image');
  expect(await refusal((await red.clone().png().toBuffer()).subarray(0, 60))).toBe('invalid_image');
  expect(await refusal(await red.clone().resize(8, 8).png().toBuffer())).toBe('image_too_small');
});

/** A PNG that claims to be so large, and has nothing. */
function pngHeader(width: number, height: number): Buffer {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

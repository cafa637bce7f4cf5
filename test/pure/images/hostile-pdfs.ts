import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateSync } from 'node:zlib';

/** PDFs of a few kilobytes that ask for gigabytes or for ever, built from their descriptions. */

interface Body {
  readonly dictionary: string;
  readonly stream?: Buffer;
}

/** Object 1 is the catalogue, 2 the pages, 3 the page, 4 its content; what is given follows from 4 on. */
export function pdfOf(content: Body, resources = '', more: readonly Body[] = []): Buffer {
  const bodies: readonly Body[] = [
    { dictionary: '/Type/Catalog/Pages 2 0 R' },
    { dictionary: '/Type/Pages/Kids[3 0 R]/Count 1' },
    {
      dictionary: `/Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<${resources}>>`,
    },
    content,
    ...more,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: string[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [index, { dictionary, stream }] of bodies.entries()) {
    offsets.push(`${String(length).padStart(10, '0')} 00000 n \n`);
    const size = stream === undefined ? '' : `/Length ${String(stream.length)}`;
    add(Buffer.from(`${String(index + 1)} 0 obj\n<<${dictionary}${size}>>\n`));
    if (stream !== undefined) {
      add(Buffer.concat([Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]));
    }
    add(Buffer.from('endobj\n'));
  }
  const count = String(bodies.length + 1);
  const start = String(length);
  add(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`));
  add(Buffer.from(`trailer\n<</Root 1 0 R/Size ${count}>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const page = (text: string): Body => ({ dictionary: '', stream: Buffer.from(text) });

/** A page that anybody may send. */
export const plainPdf = pdfOf(page('0 0 0 rg 0 0 300 800 re f'));

/** Page content of 1 GB of spaces, compressed twice: some 2 KB. */
export async function doubleFlate(): Promise<Buffer> {
  const spaces = Buffer.alloc(16 * 1024 ** 2, 0x20);
  const once = await buffer(
    Readable.from(Array.from({ length: 64 }, () => spaces)).pipe(createDeflate({ level: 9 })),
  );
  const stream = deflateSync(once, { level: 9 });
  return pdfOf({ dictionary: '/Filter[/FlateDecode/FlateDecode]', stream });
}

/** A form that draws itself. */
export const formRecursion = pdfOf(page('/F Do'), '/XObject<</F 5 0 R>>', [
  {
    dictionary: '/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 5 0 R>>>>',
    stream: Buffer.from('/F Do '.repeat(50)),
  },
]);

/** Twenty forms, each of which draws the next ten times: 10^20 drawings. */
export const exponentialForms = pdfOf(
  page('/F Do'),
  '/XObject<</F 5 0 R>>',
  Array.from({ length: 20 }, (_, index) => ({
    dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F ${String(index + 6)} 0 R>>>>`,
    stream: Buffer.from(index === 19 ? '0 0 1 1 re f' : '/F Do '.repeat(10)),
  })),
);

const hugeImage: Body = {
  dictionary:
    '/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode',
  stream: deflateSync(Buffer.alloc(1024)),
};

/** An image of 900 megapixels, with hardly any data behind it; on the page, or inside a form. */
export const hugeImageOnPage = pdfOf(page('600 0 0 800 0 0 cm /I Do'), '/XObject<</I 5 0 R>>', [
  hugeImage,
]);
export const hugeImageInForm = pdfOf(page('/F Do'), '/XObject<</F 6 0 R>>', [
  hugeImage,
  {
    dictionary: '/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</I 5 0 R>>>>',
    stream: Buffer.from('600 0 0 800 0 0 cm /I Do'),
  },
]);

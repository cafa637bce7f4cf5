import sharp from 'sharp';

/** A grey picture, to be drawn over: one number a pixel, rows from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** ORL's own pictures have a third of it: nothing is lost, and drawing takes a while. */
const widthPx = 276;

export async function decodeGrey(image: Uint8Array): Promise<GreyPicture> {
  const { data, info } = await sharp(image)
    .resize(widthPx)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

export async function encodeGrey(
  { width, height, pixels }: GreyPicture,
  quality = 92,
): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer();
}

/** Each pixel from another place of the picture, or of a given brightness. */
export function redrawn(
  picture: GreyPicture,
  from: (x: number, y: number) => { x: number; y: number } | number,
): GreyPicture {
  const { width, height } = picture;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const source = from(x, y);
      pixels[y * width + x] =
        typeof source === 'number' ? source : sample(picture, source.x, source.y);
    }
  }
  return { width, height, pixels };
}

/** Between four pixels; beyond the edge, the edge. */
function sample({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  const pixel = (column: number, row: number): number => {
    const px = Math.min(Math.max(column, 0), width - 1);
    const py = Math.min(Math.max(row, 0), height - 1);
    return pixels[py * width + px] ?? 0;
  };
  const upper = pixel(left, top) * (1 - right) + pixel(left + 1, top) * right;
  const lower = pixel(left, top + 1) * (1 - right) + pixel(left + 1, top + 1) * right;
  return Math.round(upper * (1 - down) + lower * down);
}

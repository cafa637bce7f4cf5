import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import { decodeRaster } from '../../../shared/images/raster';
import { loadFonts } from '../../../services/local/specimen/fonts';
import { photograph, type PhotographOptions } from '../../../services/local/specimen/photograph';
import { svgDocument, textPath } from '../../../services/local/specimen/svg';
import sharp from 'sharp';
import type { ArtifactDeps } from '../../../shared/downloads/ensure-artifact';

/** What stands on a made-up bill; the company and the person do not exist. */
export interface Bill {
  readonly name: string;
  readonly address: readonly string[];
  /** As it is printed, with its label. */
  readonly dateRow: string;
}

/** A4 at 200 dpi. */
const [width, height] = [1654, 2339];

/** A utility bill, as a scan or as a photograph of one. */
export async function drawBill(
  artifacts: ArtifactDeps,
  bill: Bill,
  options: PhotographOptions = {},
): Promise<Buffer> {
  const fonts = await loadFonts(await ensureArtifact('specimen-fonts', artifacts));
  const rows: readonly (readonly [string, number, number, number])[] = [
    ['STADSWARMTE MADE-UP UTILITIES', 120, 180, 46],
    ['Customer service 0900 555 0199', 120, 235, 26],
    [bill.name, 120, 420, 32],
    ...bill.address.map((row, index) => [row, 120, 466 + index * 46, 32] as const),
    [bill.dateRow, 120, 700, 30],
    ['Customer number 4471 0098', 120, 746, 30],
    ['Your energy bill', 120, 880, 42],
    ['Electricity used     312 kWh', 120, 960, 30],
    ['Gas used              41 m3', 120, 1010, 30],
    ['Total                 94.17', 120, 1100, 34],
    ['This bill is a drawing made for tests.', 120, 1250, 26],
  ];
  const body = [
    `<rect width="${width}" height="${height}" fill="#fdfdfb"/>`,
    ...rows.map(([text, x, y, size]) => textPath(fonts.text, text, x, y, size, '#1c1c22')),
  ].join('');
  const page = await decodeRaster(
    await sharp(svgDocument(width, height, body))
      .png()
      .toBuffer(),
    {
      channels: 3,
    },
  );
  return photograph(page, { longSidePx: 2339, ...options });
}

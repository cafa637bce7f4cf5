import { homedir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { createSpecimenStudio, madeUpPeople } from '../../../../services/local/specimen';
import { orlFace } from '../../../../services/local/specimen/orl-faces';
import { ensureArtifact } from '../../../../shared/downloads/ensure-artifact';

/** As large as a phone's own camera delivers it: 12 megapixels. */
const fileSize = { width: 3_000, height: 4_000 };
/** As a phone that is held upright asks its camera. */
const frameSize = { width: 1_080, height: 1_920 };
const face = 5;

export interface PagePictures {
  readonly files: { readonly passport: Buffer; readonly selfie: Buffer };
  /** What the camera shows the judges. */
  readonly frames: { readonly document: Buffer; readonly face: Buffer };
}

/** A made-up passport on a table, and a face before a wall. */
export async function drawPagePictures(): Promise<PagePictures> {
  const cacheDir = process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa');
  const artifacts = { cacheDir, report: () => undefined };
  const faces = await ensureArtifact('orl-faces', artifacts);
  const studio = await createSpecimenStudio({
    fontsDir: await ensureArtifact('specimen-fonts', artifacts),
  });
  const [somebody] = madeUpPeople;
  if (somebody === undefined) throw new Error('nobody is made up');
  const portrait = await orlFace(faces, face, 1);
  const passport = await studio.drawPassport({ ...somebody, nationality: 'NLD', portrait });
  const selfie = await orlFace(faces, face, 4);
  const [passportFile, selfieFile, document, person] = await Promise.all([
    photographed(passport, fileSize, 0.84),
    photographed(selfie, fileSize, 0.84),
    photographed(passport, frameSize, 0.84),
    photographed(selfie, frameSize, 0.7),
  ]);
  return {
    files: { passport: passportFile, selfie: selfieFile },
    frames: { document, face: person },
  };
}

/** In the middle, with noise as any sensor has it. */
async function photographed(
  picture: Buffer,
  size: { readonly width: number; readonly height: number },
  span: number,
): Promise<Buffer> {
  const held = await sharp(picture)
    .resize({
      width: Math.round(span * size.width),
      height: Math.round(span * size.height),
      fit: 'inside',
    })
    .toBuffer();
  return sharp({
    create: {
      ...size,
      channels: 3,
      background: '#6b5a48',
      noise: { type: 'gaussian', mean: 110, sigma: 6 },
    },
  })
    .composite([{ input: held, gravity: 'centre' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

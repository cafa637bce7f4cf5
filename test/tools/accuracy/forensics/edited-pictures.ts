import sharp from 'sharp';

/** Programs as they write themselves down. */
const exifSoftware = [
  'Adobe Photoshop 25.9 (Windows)',
  'GIMP 2.10.36',
  'Snapseed 2.0',
  'Pixelmator Pro 3.5',
  'Adobe Lightroom Classic 13.2',
] as const;
const xmpTools = ['Canva', 'Affinity Photo 2.4', 'Adobe Firefly'] as const;

/** What cameras and phones write: no editor. */
export const honestSoftware = ['17.5.1', 'HDR+ 1.0.540104767zd', 'S918BXXS3BWK9'] as const;

/** One picture, saved by each of the programs. */
export async function editedPictures(picture: Buffer): Promise<readonly Buffer[]> {
  const byExif = exifSoftware.map((software) => withSoftware(picture, software));
  const byXmp = xmpTools.map((tool) =>
    sharp(picture).withXmp(packet(tool)).jpeg({ quality: 90 }).toBuffer(),
  );
  return Promise.all([...byExif, ...byXmp]);
}

export function withSoftware(picture: Buffer, software: string): Promise<Buffer> {
  const IFD0 = { Make: 'Example', Model: 'Camera 1', Software: software };
  return sharp(picture).withExif({ IFD0 }).jpeg({ quality: 90 }).toBuffer();
}

function packet(tool: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>${tool}</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>`;
}

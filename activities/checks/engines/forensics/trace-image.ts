import { formatByContent } from '../../../../shared/images/image-format';
import { openImage } from '../../../../shared/images/open-image';
import { pdfFirstPage } from '../../../../shared/images/pdf-first-page';
import { decodeRaster, type Raster } from '../../../../shared/images/raster';
import { editorsNamed } from './editing-software';
import { fineDetail } from './fine-detail';
import { flatShare } from './flat-share';
import type { ImageTraces } from './image-traces';
import { metadataTexts } from './metadata-texts';
import { ownColour } from './own-colour';
import { pdfProducers } from './pdf-producers';
import { picturePrint } from './picture-print';
import { luminanceTable, recompression } from './recompression';
import { screenPattern } from './screen-pattern';
import { isScreenshot } from './screenshot';

/** IPTC's word for generated pictures, also inside signed content credentials (C2PA), which stay unread. */
const generatedMark = 'trainedAlgorithmicMedia';

/** Decodes one uploaded file, as it was uploaded, and looks for all traces. */
export async function traceImage(bytes: Buffer): Promise<ImageTraces> {
  if (formatByContent(bytes) === 'pdf') return tracePdf(bytes);
  const metadata = await openImage(bytes).metadata();
  const texts = await metadataTexts(metadata);
  const picture = await decodeRaster(bytes, { channels: 3 });
  const grey = await decodeGrey(bytes);
  const table = metadata.format === 'jpeg' ? luminanceTable(bytes) : null;
  const marked = bytes.includes(generatedMark) ? [generatedMark] : [];
  return {
    editors: editorsNamed([...texts.software, ...marked]),
    screenshot: isScreenshot(picture, texts),
    pattern: screenPattern(grey),
    fineDetail: await fineDetail(grey),
    flat: metadata.format === 'png' ? flatShare(grey) : null,
    recompression: table === null ? null : recompression(grey, table),
    colour: await ownColour(picture),
    print: await picturePrint(picture),
  };
}

/** A document that was made as a PDF has no camera and no screen; its page can still be a copy. */
async function tracePdf(bytes: Buffer): Promise<ImageTraces> {
  const page = await decodeRaster(await pdfFirstPage(bytes), { channels: 3 });
  return {
    editors: editorsNamed(pdfProducers(bytes)),
    screenshot: false,
    pattern: null,
    fineDetail: null,
    flat: null,
    recompression: null,
    colour: await ownColour(page),
    print: await picturePrint(page),
  };
}

/** As it is stored: turned upright, a JPEG's blocks would no longer begin at the corner. */
async function decodeGrey(bytes: Buffer): Promise<Raster> {
  const { data, info } = await openImage(bytes)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // libvips keeps one band of a grey picture; more would be its promise broken.
  return { data, width: info.width, height: info.height, channels: 1 };
}

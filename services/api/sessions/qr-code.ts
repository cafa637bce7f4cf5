import { create } from 'qrcode';
import { oneBitPng } from '../../../shared/images/one-bit-png';

/** Four modules of quiet zone (ISO/IEC 18004 §6.3.8): readers may miss a code with less. */
const size = { modulePx: 4, margin: 4 };

/** The link as a picture that a page can show as it is: a `data:` URL of a PNG. */
export function qrCode(url: string): string {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const png = oneBitPng({ side: modules.size, isBlack: modules.data }, size);
  return `data:image/png;base64,${png.toString('base64')}`;
}

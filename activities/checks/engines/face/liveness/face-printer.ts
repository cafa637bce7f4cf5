import { createHash } from 'node:crypto';
import { netLoader, type NetsDeps } from '../load-nets';
import { detectFaces } from '../face-detector';
import { facePoints68 } from '../face-landmarks';
import { decodeRgb } from '../rgb-picture';
import { facePlane } from './face-plane';
import { framePrint } from './frame-print';
import type { FrameLook } from './judge-liveness';

/** Prints one picture's face as the liveness step prints its selfie, without looking at anything else. */
export interface FacePrinter {
  print(image: Uint8Array): Promise<FrameLook>;
}

export async function createFacePrinter(deps: NetsDeps): Promise<FacePrinter> {
  const load = netLoader(deps);
  const [detector, landmarks] = [await load('fr_detect'), await load('fr_landmark')];
  return {
    async print(image) {
      const picture = await decodeRgb(image);
      const pixelHash = createHash('sha256').update(picture.pixels).digest('hex');
      const [box] = await detectFaces(detector, picture);
      if (box === undefined) return { pixelHash, print: null };
      const points = await facePoints68(landmarks, picture, box);
      return { pixelHash, print: framePrint(await facePlane(picture, points)) };
    },
  };
}

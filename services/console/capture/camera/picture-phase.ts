import type { TextKey } from '../texts';
import { troubleKindOf, troubleOf } from '../flow/trouble';
import type { Refusal } from '../server/refusal';
import type { Part } from '../upload/send';
import type { Advice } from './advice';
import type { CameraTrouble } from './camera-trouble';
import type { FileTrouble } from './check-file';
import type { TakenPicture } from './taken-picture';

/** Where a person is with one picture. */
export type PicturePhase =
  | { readonly name: 'looking_up' }
  | { readonly name: 'intro' }
  | { readonly name: 'camera' }
  | { readonly name: 'trouble'; readonly trouble: CameraTrouble }
  | { readonly name: 'review'; readonly picture: TakenPicture }
  | { readonly name: 'sending'; readonly parts: readonly Part[]; readonly blob: Blob }
  | { readonly name: 'advised'; readonly advice: readonly Advice[]; readonly blob: Blob }
  | { readonly name: 'refused'; readonly title: TextKey; readonly text: TextKey };

/** What the phase of a refused file says. */
export function refusedFile(trouble: FileTrouble): PicturePhase {
  switch (trouble) {
    case 'too_large':
      return { name: 'refused', title: 'trouble.file_size.title', text: 'trouble.file_size.text' };
    case 'other_type':
      return { name: 'refused', title: 'trouble.file_type.title', text: 'trouble.file_type.text' };
    case 'empty':
    case 'heic':
    case 'pdf':
      return {
        name: 'refused',
        title: `camera.file.${trouble}.title`,
        text: `camera.file.${trouble}.text`,
      };
  }
}

/** Null for a refusal that is not about the picture: the page's own troubles tell of it. */
export function refusedPicture(refusal: Refusal): PicturePhase | null {
  const { code, faces } = refusal;
  switch (troubleKindOf(code)) {
    case 'face': {
      if (faces === null) break;
      const text = faces === 0 ? 'camera.face.none' : 'camera.face.several';
      return { name: 'refused', title: troubleOf(code).title, text };
    }
    case 'file_size':
    case 'file_type':
    case 'unreadable':
    case 'too_small':
      break;
    default:
      return null;
  }
  const { title, text } = troubleOf(code);
  return { name: 'refused', title, text };
}

/** Whether the same piece may still be taken later: else it is forgotten, or it would be refused for ever. */
export function mayStillBeTaken({ status }: Refusal): boolean {
  return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
}

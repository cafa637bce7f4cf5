import { adviceOf, adviceText } from '../../../../../services/console/capture/camera/advice';
import { checkFile } from '../../../../../services/console/capture/camera/check-file';
import {
  mayStillBeTaken,
  refusedFile,
  refusedPicture,
} from '../../../../../services/console/capture/camera/picture-phase';
import { Refusal } from '../../../../../services/console/capture/server/refusal';
import english from '../../../../../services/console/capture/texts/en/camera.json';

const accepted = { formats: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 1000 };
const file = (type: string, name = 'x', size = 10) => ({ type, name, size });

it.each([
  ['a JPEG', file('image/jpeg'), null],
  ['a type that the browser writes in capitals', file('IMAGE/PNG'), null],
  ['a file whose type the browser does not know', file('', 'scan'), null],
  ['an empty file', file('image/jpeg', 'x', 0), 'empty'],
  ['a large file', file('image/jpeg', 'x', 1001), 'too_large'],
  ['HEIC by its type', file('image/heic'), 'heic'],
  ['HEIC by its name', file('', 'IMG_0001.HEIC'), 'heic'],
  ['a PDF where none is taken', file('application/pdf'), 'pdf'],
  ['a film', file('video/mp4'), 'other_type'],
])('judges %s before it is sent', (_name, chosen, trouble) => {
  expect(checkFile(chosen, accepted)).toBe(trouble);
});

it('takes a PDF where one is taken', () => {
  const proof = { ...accepted, formats: [...accepted.formats, 'application/pdf'] };
  expect(checkFile(file('application/pdf'), proof)).toBeNull();
});

it('has words of its own for each file that cannot be used', () => {
  const said = (['empty', 'too_large', 'heic', 'pdf', 'other_type'] as const).map((trouble) => {
    const phase = refusedFile(trouble);
    return phase.name === 'refused' ? phase.text : '';
  });
  expect(new Set(said).size).toBe(5);
  for (const key of said.filter((one) => one.startsWith('camera.'))) {
    expect(Object.keys(english)).toContain(key);
  }
});

it('tells no face from several faces', () => {
  const none = refusedPicture(new Refusal('face_count', { status: 422, faces: 0 }));
  const two = refusedPicture(new Refusal('face_count', { status: 422, faces: 2 }));
  expect(none).toMatchObject({ name: 'refused', text: 'camera.face.none' });
  expect(two).toMatchObject({ name: 'refused', text: 'camera.face.several' });
});

it.each(['payload_too_large', 'unsupported_file_type', 'invalid_image', 'image_too_small'])(
  'takes %s as a matter of the picture',
  (code) => {
    expect(refusedPicture(new Refusal(code))).toMatchObject({ name: 'refused' });
  },
);

it.each(['token_unavailable', 'link_in_use', 'too_many_attempts', 'offline', 'validation_failed'])(
  'leaves %s to the page',
  (code) => {
    expect(refusedPicture(new Refusal(code))).toBeNull();
  },
);

it('keeps a piece only as long as it may still be taken', () => {
  for (const status of [0, 408, 425, 429, 500, 503]) {
    expect(mayStillBeTaken(new Refusal('any', { status }))).toBe(true);
  }
  for (const status of [403, 409, 410, 413, 415, 422]) {
    expect(mayStillBeTaken(new Refusal('any', { status }))).toBe(false);
  }
});

it('advises what the server found, the worst first, and nothing of a good picture', () => {
  const hints = { blur: true, glare: false, too_dark: false, too_small: true, no_face: true };
  const given = { hints: { ...hints, retake: true } };
  expect(adviceOf(given, 'document')).toEqual(['no_face', 'blur', 'too_small']);
  expect(adviceOf({ hints: { ...hints, retake: false } }, 'document')).toEqual([]);
  expect(adviceOf({ hints: null }, 'document')).toEqual([]);
  expect(adviceOf('a proxy', 'document')).toEqual([]);
});

it('speaks of the face where it is one, and not at all of light on a forehead', () => {
  const hints = { glare: true, too_small: true, retake: true };
  const advice = adviceOf({ hints }, 'face');
  expect(advice.map((one) => adviceText(one, 'face'))).toEqual(['camera.face_hint.come_closer']);
  expect(adviceOf({ hints: { glare: true, retake: true } }, 'face')).toEqual([]);
});

import { createKeptPieces } from '../../../../../services/console/capture/upload/kept-pieces';
import type { KeptPiece } from '../../../../../services/console/capture/upload/kept-piece';
import type { PieceStore } from '../../../../../services/console/capture/upload/piece-store';

const now = 1_000_000;
const piece = (name: string, more: Partial<KeptPiece> = {}): KeptPiece => ({
  link: 'a',
  piece: name,
  parts: [{ name: 'side', value: 'front' }],
  takenAt: now,
  until: now + 1000,
  replaces: false,
  ...more,
});

/** A device's storage, which outlives the page. */
function device(): { open: () => Promise<PieceStore>; kept: KeptPiece[] } {
  const kept: KeptPiece[] = [];
  const removeWhere = (isMeant: (one: KeptPiece) => boolean): Promise<void> => {
    for (const one of kept.filter(isMeant)) kept.splice(kept.indexOf(one), 1);
    return Promise.resolve();
  };
  const isOf = (link: string, name: string) => (one: KeptPiece) =>
    one.link === link && one.piece === name;
  const store: PieceStore = {
    put: async (one) => {
      await removeWhere(isOf(one.link, one.piece));
      kept.push(one);
    },
    get: (link, name) => Promise.resolve(kept.find(isOf(link, name)) ?? null),
    remove: (link, name) => removeWhere(isOf(link, name)),
    removeLink: (link) => removeWhere((one) => one.link === link),
    removeOlderThan: (ms, exceptLink) =>
      removeWhere((one) => one.link !== exceptLink && one.until <= ms),
  };
  return { open: () => Promise.resolve(store), kept };
}

const page = (open: () => Promise<PieceStore>, at = now) => createKeptPieces(open, () => at);

it('finds what was kept after the page was opened anew', async () => {
  const { open } = device();
  await page(open).keep(piece('selfie'));
  expect(await page(open).read('a', 'selfie')).toEqual(piece('selfie'));
  expect(await page(open).read('a', 'id_front')).toBeNull();
  expect(await page(open).read('b', 'selfie')).toBeNull();
});

it('keeps nothing of another link beyond its session, from the next time the page is opened', async () => {
  const { open, kept } = device();
  await page(open).keep(piece('selfie'));
  await page(open).keep(piece('selfie', { link: 'b', until: now + 500 }));
  const later = page(open, now + 600);
  expect(await later.read('a', 'selfie')).not.toBeNull();
  expect(await later.read('b', 'selfie')).toBeNull();
  expect(kept.map(({ link }) => link)).toEqual(['a']);
});

it('loses nothing of the link that is open by a clock that was put right in between', async () => {
  const { open } = device();
  await page(open).keep(piece('selfie'));
  const hours = 9 * 3_600_000;
  for (const shift of [-hours, hours]) {
    expect(await page(open, now + shift).read('a', 'selfie')).toEqual(piece('selfie'));
  }
});

it('forgets one piece, or all of a link, on the device too', async () => {
  const { open, kept } = device();
  const pieces = page(open);
  for (const name of ['id_front', 'id_back', 'selfie']) await pieces.keep(piece(name));
  await pieces.keep(piece('selfie', { link: 'b' }));
  await pieces.forget('a', 'id_front');
  expect(await pieces.read('a', 'id_front')).toBeNull();
  expect(await pieces.read('a', 'id_back')).not.toBeNull();
  await pieces.forgetAll('a');
  expect(await pieces.read('a', 'selfie')).toBeNull();
  expect(kept.map(({ link }) => link)).toEqual(['b']);
});

it.each([
  ['cannot be opened', () => Promise.reject(new Error('private window'))],
  [
    'refuses every call',
    () => {
      const refuse = () => Promise.reject(new Error('disk full'));
      return Promise.resolve({
        put: refuse,
        get: refuse,
        remove: refuse,
        removeLink: refuse,
        removeOlderThan: refuse,
      });
    },
  ],
])('keeps for as long as the page is open where storage %s', async (_how, open) => {
  const pieces = page(open);
  await pieces.keep(piece('selfie'));
  expect(await pieces.read('a', 'selfie')).toEqual(piece('selfie'));
  await pieces.forget('a', 'selfie');
  expect(await pieces.read('a', 'selfie')).toBeNull();
  await pieces.keep(piece('id_back'));
  await pieces.forgetAll('a');
  expect(await pieces.read('a', 'id_back')).toBeNull();
});

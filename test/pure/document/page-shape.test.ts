import type { TextBox } from '../../../activities/checks/engines/document/ocr/text-boxes';
import { looksLikeDocument } from '../../../activities/checks/engines/document/page-shape';

const rows = (count: number): TextBox[] =>
  Array.from({ length: count }, (_, row) => ({
    centre: { x: 700, y: 200 + row * 60 },
    width: 500,
    height: 40,
    angle: 0,
  }));
const portrait = { left: 100, top: 250, width: 180, height: 240 };
const large = { left: 100, top: 100, width: 700, height: 900 };

describe('a page looks like a document', () => {
  it('with rows of print, and with or without a portrait that is a minor part of it', () => {
    expect(looksLikeDocument(rows(8), [portrait])).toBe(true);
    expect(looksLikeDocument(rows(8), [])).toBe(true);
  });

  it('also where the widest thing that was taken for text lies across its print', () => {
    const across = { centre: { x: 100, y: 500 }, width: 900, height: 200, angle: 1.2 };
    expect(looksLikeDocument([across, ...rows(8)], [portrait])).toBe(true);
  });

  it.each([
    ['no print', [], [portrait]],
    ['hardly any print', rows(3), [portrait]],
    ['a face that fills it', rows(8), [large]],
  ])('not with %s', (_name, boxes, faces) => {
    expect(looksLikeDocument(boxes, faces)).toBe(false);
  });
});

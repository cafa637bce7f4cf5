import fc from 'fast-check';
import {
  middleOf,
  pauseAfterLook,
  visiblePart,
} from '../../../../services/console/capture/judge/video-part';

const size = fc.record({
  width: fc.integer({ min: 16, max: 4000 }),
  height: fc.integer({ min: 16, max: 4000 }),
});

it('shows a part of the picture that has the shape of the stage', () => {
  fc.assert(
    fc.property(size, size, (picture, stage) => {
      const part = visiblePart(picture, stage);
      expect(part.left).toBeGreaterThanOrEqual(0);
      expect(part.top).toBeGreaterThanOrEqual(0);
      expect(part.left + part.width).toBeLessThanOrEqual(picture.width);
      expect(part.top + part.height).toBeLessThanOrEqual(picture.height);
      // One of the two is shown whole, the other to the pixel as the stage has it.
      const scale = Math.max(stage.width / picture.width, stage.height / picture.height);
      expect(Math.abs(part.width - stage.width / scale)).toBeLessThanOrEqual(1);
      expect(Math.abs(part.height - stage.height / scale)).toBeLessThanOrEqual(1);
    }),
  );
});

it('shows the whole picture as long as the stage has no size', () => {
  expect(visiblePart({ width: 640, height: 480 }, { width: 0, height: 0 })).toEqual({
    left: 0,
    top: 0,
    width: 640,
    height: 480,
  });
});

it('takes the middle from within the part', () => {
  const part = { left: 100, top: 40, width: 1080, height: 200 };
  expect(middleOf(part, 320)).toEqual({ left: 480, top: 40, width: 320, height: 200 });
});

it('lets a device rest longer the harder a look is for it, and never for long', () => {
  expect(pauseAfterLook(20)).toBe(120);
  expect(pauseAfterLook(300)).toBe(600);
  expect(pauseAfterLook(9000)).toBe(2000);
});

import fc from 'fast-check';
import { fitWithin } from '../../../../../services/console/capture/camera/picture-size';

it('makes no picture larger, none longer than asked for, and keeps its shape', () => {
  const side = fc.integer({ min: 1, max: 12_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const fitted = fitWithin({ width, height }, 2400);
      expect(fitted.width).toBeLessThanOrEqual(Math.min(width, 2400));
      expect(fitted.height).toBeLessThanOrEqual(Math.min(height, 2400));
      if (Math.max(width, height) <= 2400) expect(fitted).toEqual({ width, height });
      const scale = fitted.width / width;
      expect(Math.abs(fitted.height - Math.max(1, height * scale))).toBeLessThanOrEqual(
        1 + height / width,
      );
    }),
  );
});

import fc from 'fast-check';
import { powerSpectrum } from '../../../activities/checks/engines/forensics/spectrum';

/** By the definition of the discrete Fourier transform, frequency by frequency. */
function byDefinition(tile: Float64Array, side: number, u: number, v: number): number {
  let [real, imaginary] = [0, 0];
  tile.forEach((value, index) => {
    const [x, y] = [index % side, Math.floor(index / side)];
    const angle = (-2 * Math.PI * (u * x + v * y)) / side;
    real += value * Math.cos(angle);
    imaginary += value * Math.sin(angle);
  });
  return real ** 2 + imaginary ** 2;
}

it.each([2, 4, 8, 16])(
  'the spectrum of any tile of side %i is that of the definition, at every frequency',
  (side) => {
    const value = fc.double({ min: -128, max: 127, noNaN: true });
    const tiles = fc.array(value, { minLength: side * side, maxLength: side * side });
    fc.assert(
      fc.property(tiles, (values) => {
        const tile = Float64Array.from(values);
        const power = powerSpectrum(tile, side);
        const whole = values.reduce((sum, one) => sum + one ** 2, 0) * side * side;
        const errors = power.map((found, index) =>
          Math.abs(found - byDefinition(tile, side, index % side, Math.floor(index / side))),
        );
        expect(Math.max(...errors)).toBeLessThanOrEqual(1e-9 * (1 + whole));
      }),
      { numRuns: 20 },
    );
  },
);

interface Turns {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

function turnsOf(size: number): Turns {
  const angles = Float64Array.from({ length: size / 2 }, (_, step) => (-2 * Math.PI * step) / size);
  return { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) };
}

/** In place; both arrays have a power of two of values. */
function fft(real: Float64Array, imaginary: Float64Array, { cosines, sines }: Turns): void {
  const size = real.length;
  for (let index = 1, reversed = 0; index < size; index += 1) {
    let bit = size >> 1;
    for (; (reversed & bit) !== 0; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (index < reversed) {
      swap(real, index, reversed);
      swap(imaginary, index, reversed);
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    const stride = size / length;
    for (let start = 0; start < size; start += length) {
      for (let step = 0; step < length / 2; step += 1) {
        const cosine = cosines[step * stride] ?? 0;
        const sine = sines[step * stride] ?? 0;
        const upper = start + step;
        const lower = upper + length / 2;
        const a = real[lower] ?? 0;
        const b = imaginary[lower] ?? 0;
        const x = a * cosine - b * sine;
        const y = a * sine + b * cosine;
        const u = real[upper] ?? 0;
        const v = imaginary[upper] ?? 0;
        real[upper] = u + x;
        imaginary[upper] = v + y;
        real[lower] = u - x;
        imaginary[lower] = v - y;
      }
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}

interface Complex {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** The power spectrum of a square tile, zero frequency first in both directions, row by row. */
export function powerSpectrum(tile: Float64Array, side: number): Float64Array {
  const turns = turnsOf(side);
  const half = side / 2;
  const rows = rowSpectra(tile, side, turns);
  const column = { real: new Float64Array(side), imaginary: new Float64Array(side) };
  const power = new Float64Array(side * side);
  for (let u = 0; u <= half; u += 1) {
    for (let row = 0; row < side; row += 1) {
      column.real[row] = rows.real[row * (half + 1) + u] ?? 0;
      column.imaginary[row] = rows.imaginary[row * (half + 1) + u] ?? 0;
    }
    fft(column.real, column.imaginary, turns);
    for (let v = 0; v < side; v += 1) {
      const value = (column.real[v] ?? 0) ** 2 + (column.imaginary[v] ?? 0) ** 2;
      power[v * side + u] = value;
      // Of real values the other half is the mirror image.
      if (u > 0 && u < half) power[((side - v) % side) * side + side - u] = value;
    }
  }
  return power;
}

/** Each row's frequencies from zero to the highest. Two rows of real values are one transform of complex ones. */
function rowSpectra(tile: Float64Array, side: number, turns: Turns): Complex {
  const width = side / 2 + 1;
  const spectra = {
    real: new Float64Array(side * width),
    imaginary: new Float64Array(side * width),
  };
  const [real, imaginary] = [new Float64Array(side), new Float64Array(side)];
  for (let row = 0; row < side; row += 2) {
    real.set(tile.subarray(row * side, (row + 1) * side));
    imaginary.set(tile.subarray((row + 1) * side, (row + 2) * side));
    fft(real, imaginary, turns);
    for (let u = 0; u < width; u += 1) {
      const mirrored = (side - u) % side;
      const [a, b] = [real[u] ?? 0, real[mirrored] ?? 0];
      const [c, d] = [imaginary[u] ?? 0, imaginary[mirrored] ?? 0];
      const at = row * width + u;
      spectra.real[at] = (a + b) / 2;
      spectra.imaginary[at] = (c - d) / 2;
      spectra.real[at + width] = (c + d) / 2;
      spectra.imaginary[at + width] = (b - a) / 2;
    }
  }
  return spectra;
}

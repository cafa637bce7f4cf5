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

/** The power spectrum of a square tile, zero frequency first in both directions, row by row. */
export function powerSpectrum(tile: Float64Array, side: number): Float64Array {
  const turns = turnsOf(side);
  const real = Float64Array.from(tile);
  const imaginary = new Float64Array(side * side);
  for (let row = 0; row < side; row += 1) {
    const [from, to] = [row * side, (row + 1) * side];
    fft(real.subarray(from, to), imaginary.subarray(from, to), turns);
  }
  const [columnReal, columnImaginary] = [new Float64Array(side), new Float64Array(side)];
  const power = new Float64Array(side * side);
  for (let column = 0; column < side; column += 1) {
    for (let row = 0; row < side; row += 1) {
      columnReal[row] = real[row * side + column] ?? 0;
      columnImaginary[row] = imaginary[row * side + column] ?? 0;
    }
    fft(columnReal, columnImaginary, turns);
    for (let row = 0; row < side; row += 1) {
      power[row * side + column] = (columnReal[row] ?? 0) ** 2 + (columnImaginary[row] ?? 0) ** 2;
    }
  }
  return power;
}

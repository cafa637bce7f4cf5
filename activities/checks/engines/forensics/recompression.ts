import type { Raster } from '../../../../shared/images/raster';

/** Frequencies whose histograms are looked at, as row × 8 + column: low ones, which have many values. */
const frequencies = [1, 8, 9, 2, 16, 10, 17] as const;
/** Where each stands in a quantisation table as JPEG writes it (zigzag). */
const zigzag: Readonly<Record<number, number>> = { 1: 1, 8: 2, 16: 3, 9: 4, 2: 5, 17: 7, 10: 8 };
const furthest = 40;
const leastValues = 2_000;

/**
 * The luminance quantisation table of a JPEG (ITU T.81, B.2.4.1), in its zigzag order; null when there is
 * none in 8 bits.
 */
export function luminanceTable(bytes: Buffer): Uint8Array | null {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    // Start of scan: the tables stand before it.
    if (marker === 0xda) return null;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xdb) {
      let table = at + 4;
      while (table < at + 2 + length) {
        const head = bytes[table] ?? 0;
        const size = head >> 4 === 0 ? 64 : 128;
        if (head === 0) return Uint8Array.from(bytes.subarray(table + 1, table + 65));
        table += 1 + size;
      }
    }
    at += 2 + length;
  }
  return null;
}

/**
 * How regularly the histograms of a JPEG's coefficients rise and fall, 0–1. Of a picture that was
 * compressed once they fall off smoothly; one compressed before, more coarsely, leaves values empty at
 * even distances.
 */
export function recompression(grey: Raster, table: Uint8Array): number | null {
  const strengths: number[] = [];
  for (const frequency of frequencies) {
    const step = table[zigzag[frequency] ?? 0] ?? 0;
    if (step === 0) continue;
    const counts = histogram(grey, frequency, step);
    const strength = regularity(counts);
    if (strength !== null) strengths.push(strength);
  }
  if (strengths.length === 0) return null;
  strengths.sort((a, b) => a - b);
  return strengths[Math.floor(strengths.length / 2)] ?? null;
}

/** Of one coefficient over all blocks, by its absolute value in steps of the table. */
function histogram(grey: Raster, frequency: number, step: number): Float64Array {
  const { data, width, height, channels } = grey;
  const [v, u] = [Math.floor(frequency / 8), frequency % 8];
  const basis = new Float64Array(64);
  for (let index = 0; index < 64; index += 1) {
    basis[index] = cosine(Math.floor(index / 8), v) * cosine(index % 8, u);
  }
  const counts = new Float64Array(furthest + 1);
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      let sum = 0;
      for (let index = 0; index < 64; index += 1) {
        const pixel = (top + (index >> 3)) * width + left + (index & 7);
        sum += ((data[pixel * channels] ?? 0) - 128) * (basis[index] ?? 0);
      }
      const value = Math.abs(Math.round(sum / step));
      if (value <= furthest) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}

function cosine(place: number, frequency: number): number {
  const scale = frequency === 0 ? Math.SQRT1_2 : 1;
  return (scale / 2) * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16);
}

/** The strongest period in how each count differs from the mean of its neighbours. */
function regularity(counts: Float64Array): number | null {
  const values = counts.subarray(2);
  if (values.reduce((sum, count) => sum + count, 0) < leastValues / 4) return null;
  const uneven = Array.from({ length: values.length - 4 }, (_, index) => {
    const around = [0, 1, 3, 4].map((step) => values[index + step] ?? 0);
    const mean = around.reduce((sum, count) => sum + count, 0) / 4;
    const own = values[index + 2] ?? 0;
    return (own - mean) / (own + mean + 4);
  });
  let strongest = 0;
  const total = uneven.reduce((sum, value) => sum + value * value, 0);
  for (let cycles = 3; cycles <= uneven.length / 2; cycles += 1) {
    let [real, imaginary] = [0, 0];
    uneven.forEach((value, index) => {
      const angle = (2 * Math.PI * cycles * index) / uneven.length;
      real += value * Math.cos(angle);
      imaginary += value * Math.sin(angle);
    });
    strongest = Math.max(strongest, real * real + imaginary * imaginary);
  }
  const rms = Math.sqrt(total / uneven.length);
  return rms * Math.sqrt(strongest / Math.max(1e-9, total * uneven.length));
}

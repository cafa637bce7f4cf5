import type { Raster } from '../../../../shared/images/raster';
import { powerSpectrum } from './spectrum';

/** A tile's side; frequencies are in cycles a tile. */
export const tileSide = 256;
const tilesAcross = 4;

/** Power spectra of tiles spread evenly across a grey picture; none of one too small for a tile. */
export function* spectrumTiles({
  data,
  width,
  height,
  channels,
}: Raster): Generator<Float64Array, void, undefined> {
  if (width < tileSide || height < tileSide) return;
  const window = Array.from(
    { length: tileSide },
    (_, index) => Math.sin((Math.PI * (index + 0.5)) / tileSide) ** 2,
  );
  const across = Math.min(tilesAcross, Math.floor(width / tileSide));
  const down = Math.min(tilesAcross, Math.floor(height / tileSide));
  const tile = new Float64Array(tileSide * tileSide);
  for (let number = 0; number < across * down; number += 1) {
    const left = place(number % across, across, width);
    const top = place(Math.floor(number / across), down, height);
    for (let y = 0; y < tileSide; y += 1) {
      for (let x = 0; x < tileSide; x += 1) {
        const value = data[((top + y) * width + left + x) * channels] ?? 0;
        tile[y * tileSide + x] = (value - 128) * (window[x] ?? 0) * (window[y] ?? 0);
      }
    }
    yield powerSpectrum(tile, tileSide);
  }
}

function place(number: number, of: number, length: number): number {
  return of === 1
    ? Math.floor((length - tileSide) / 2)
    : Math.round((number * (length - tileSide)) / (of - 1));
}

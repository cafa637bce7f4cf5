import type { Font, PathCommand } from 'opentype.js';
import { assertNever } from '../../../shared/domain/assert-never';

/** Text as an SVG path, its baseline starting at (x, y). */
export function textPath(
  font: Font,
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
): string {
  const data = font.getPath(text, x, y, size).commands.map(pathData).join('');
  return `<path fill="${fill}" d="${data}"/>`;
}

/** Written out: opentype.js 2.0.0 rounds some coordinates to NaN, which ends the whole path there. */
function pathData(command: PathCommand): string {
  const at = (...values: readonly number[]): string =>
    values.map((value) => value.toFixed(2)).join(' ');
  switch (command.type) {
    case 'M':
    case 'L':
      return `${command.type}${at(command.x, command.y)}`;
    case 'Q':
      return `Q${at(command.x1, command.y1, command.x, command.y)}`;
    case 'C':
      return `C${at(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case 'Z':
      return 'Z';
    default:
      return assertNever(command);
  }
}

/** One line of a machine-readable zone: every character in a cell of one pitch, as 9303-3 §4.1. */
export function mrzLine(font: Font, text: string, x: number, y: number, pitch: number): string {
  const size = (pitch * 100) / font.getAdvanceWidth('A', 100);
  return Array.from(text)
    .map((character, index) => textPath(font, character, x + index * pitch, y, size, '#111'))
    .join('');
}

/** Fine waves, as a security background has; deterministic, pale enough to read over. */
export function guilloche(width: number, height: number, colour: string, turns: number): string {
  const lines: string[] = [];
  for (let row = -1; row < 26; row += 1) {
    const points: string[] = [];
    for (let column = 0; column <= 60; column += 1) {
      const x = (column / 60) * width;
      const wave = Math.sin((column / 60) * Math.PI * 2 * turns + row * 0.7);
      const y = (row / 25) * height + wave * height * 0.03;
      points.push(`${x.toFixed(1)},${y.toFixed(1)}`);
    }
    lines.push(`<polyline points="${points.join(' ')}"/>`);
  }
  return `<g fill="none" stroke="${colour}" stroke-width="1.4" opacity="0.45">${lines.join('')}</g>`;
}

export function svgDocument(width: number, height: number, body: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
  );
}

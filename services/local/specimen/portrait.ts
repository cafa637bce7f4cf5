import sharp from 'sharp';
import { svgDocument } from './svg';

const skins = ['#f0c9a8', '#c68a5e', '#8a5a3b', '#e3b48f'];
const hairs = ['#2b1b12', '#6b4423', '#b58a4a', '#1a1a1a'];

/** A drawn head for documents whose face does not matter; no face engine takes it for a person. */
export function drawnPortrait(seed: number): Promise<Buffer> {
  const skin = skins[seed % skins.length] ?? '#f0c9a8';
  const hair = hairs[(seed >> 2) % hairs.length] ?? '#2b1b12';
  const body = [
    '<rect width="350" height="450" fill="#d9dee3"/>',
    `<ellipse cx="175" cy="470" rx="150" ry="120" fill="#39475a"/>`,
    `<ellipse cx="175" cy="175" rx="108" ry="130" fill="${hair}"/>`,
    `<ellipse cx="175" cy="215" rx="88" ry="115" fill="${skin}"/>`,
    '<circle cx="140" cy="200" r="9" fill="#222"/><circle cx="210" cy="200" r="9" fill="#222"/>',
    '<path d="M140 275 Q175 300 210 275" stroke="#7a3b32" stroke-width="7" fill="none"/>',
  ];
  return sharp(svgDocument(350, 450, body.join('')))
    .png()
    .toBuffer();
}

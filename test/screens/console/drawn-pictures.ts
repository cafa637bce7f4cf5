import sharp from 'sharp';

/** Drawn pictures of nobody, by which a person tells front, back and faces apart on a screenshot. */
export function passportPicture(name: string): Promise<Buffer> {
  const zone = `P&lt;D&lt;&lt;${name}&lt;&lt;ERIKA`.concat('&lt;'.repeat(22));
  return drawn(
    1_250,
    880,
    `<rect width="1250" height="880" fill="#8b8378"/>
     <rect x="60" y="60" width="1130" height="760" rx="28" fill="#e9e2d0"/>
     <rect x="60" y="60" width="1130" height="84" rx="28" fill="#7c2430"/>
     <text x="100" y="118" font-size="44" fill="#f4e9cf" font-family="serif">UTOPIA · PASSPORT</text>
     <g transform="translate(120 180) scale(.62)">${face('#c99b7c', 0)}</g>
     <g font-family="sans-serif" font-size="34" fill="#27303c">
       <text x="520" y="240">${name}</text><text x="520" y="310">ERIKA</text>
       <text x="520" y="380">12.08.1964</text><text x="520" y="450">C01X00T47</text>
       <text x="520" y="520">01.01.2035</text></g>
     <rect x="60" y="660" width="1130" height="160" fill="#f6f2e7"/>
     <g font-family="monospace" font-size="38" fill="#111">
       <text x="84" y="725">${zone}</text>
       <text x="84" y="790">C01X00T478D&lt;&lt;6408125F3501015&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;4</text></g>`,
  );
}

/** Another `tilt` is another frame of the same face, in degrees. */
export function facePicture(tilt: number): Promise<Buffer> {
  return drawn(
    900,
    1_100,
    `<rect width="900" height="1100" fill="#b9c4cf"/>
     <g transform="translate(130 190) scale(1.5)">${face('#d2a284', tilt)}</g>`,
  );
}

function face(skin: string, tilt: number): string {
  return `<g transform="rotate(${String(tilt)} 210 260)">
    <rect x="40" y="430" width="340" height="160" rx="90" fill="#3c4a63"/>
    <ellipse cx="210" cy="240" rx="150" ry="190" fill="${skin}"/>
    <path d="M58 220C60 40 360 40 362 220 330 130 90 130 58 220Z" fill="#4a3426"/>
    <ellipse cx="152" cy="230" rx="20" ry="12" fill="#1d232c"/>
    <ellipse cx="268" cy="230" rx="20" ry="12" fill="#1d232c"/>
    <path d="M210 240 196 300h28" fill="none" stroke="#8a5f47" stroke-width="7"/>
    <path d="M150 345c40 30 80 30 120 0" fill="none" stroke="#803c3c" stroke-width="9"/></g>`;
}

async function drawn(width: number, height: number, content: string): Promise<Buffer> {
  const size = `width="${String(width)}" height="${String(height)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

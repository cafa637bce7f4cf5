/** WCAG 2.2: what is written on a colour, white or near-black, whichever is read better; as the capture page has it. */
const inks = { white: '#ffffff', black: '#0b0b0c' } as const;
const form = /^#[0-9a-f]{6}$/i;

/** Null for what is no colour. */
export function brandInk(colour: string): string | null {
  if (!form.test(colour)) return null;
  const given = colour.toLowerCase();
  return contrast(given, inks.white) >= contrast(given, inks.black) ? inks.white : inks.black;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

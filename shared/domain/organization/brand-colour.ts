/** What a brand's colour is least visible against of the page's grounds (`capture/styles/tokens.css`), by day and night. */
export const pageBackground = { light: '#f4f5f8', dark: '#171b22' } as const;

/** What is written on a brand's colour: whichever of the two is read better. */
export const inks = { white: '#ffffff', black: '#0b0b0c' } as const;
type Ink = (typeof inks)[keyof typeof inks];

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what a control is known by. */
const leastForText = 4.5;
const leastForShape = 3;

export const brandColourForm = /^#[0-9a-f]{6}$/;

/** What is wrong with a colour, by WCAG's ratio (1–21) and the least that it should be. */
export interface ColourFault {
  readonly against: 'text' | 'light' | 'dark';
  readonly ratio: number;
  readonly least: number;
}

/** The colour's text colour. */
export function inkOn(colour: string): Ink {
  return contrast(colour, inks.white) >= contrast(colour, inks.black) ? inks.white : inks.black;
}

export function colourFaults(colour: string): readonly ColourFault[] {
  const looks = [
    { against: 'text', ratio: contrast(colour, inkOn(colour)), least: leastForText },
    { against: 'light', ratio: contrast(colour, pageBackground.light), least: leastForShape },
    { against: 'dark', ratio: contrast(colour, pageBackground.dark), least: leastForShape },
  ] as const;
  return looks.filter(({ ratio, least }) => ratio < least);
}

/** The nearest colour of the same hue that has no fault: mixed with white or black, a little at a time. */
export function nearestUsable(colour: string): string {
  for (let share = 0; share <= 100; share += 1) {
    for (const end of ['#ffffff', '#000000']) {
      const mixture = mixed(colour, end, share / 100);
      if (colourFaults(mixture).length === 0) return mixture;
    }
  }
  // No way from a colour to white and to black misses both bands that are usable.
  throw new RangeError('a colour without a usable mixture');
}

/** WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, "relative luminance" of sRGB. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(one: string, other: string, share: number): string {
  const theirs = channels(other);
  const mixture = channels(one).map((channel, at) =>
    Math.round(channel + ((theirs[at] ?? channel) - channel) * share),
  );
  return `#${mixture.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

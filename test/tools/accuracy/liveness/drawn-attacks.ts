import { redrawn, type GreyPicture } from './grey-picture';

/** What is held in front of the camera instead of a face, and how it is moved to look alive. */
export const surfaces = ['print', 'screen'] as const;
export type Surface = (typeof surfaces)[number];

export const motions = [
  'still',
  'turned_left',
  'turned_right',
  'tilted_up',
  'tilted_down',
  'bent_left',
  'bent_right',
] as const;
export type Motion = (typeof motions)[number];

export function isBent(motion: Motion): boolean {
  return motion === 'bent_left' || motion === 'bent_right';
}

/** Distance of the camera, in half widths of the picture. */
const distance = 4;
const turnDegrees = 30;
const bendHeight = 0.35;

/** A still picture re-photographed: as a print or off a screen, flat and turned, or bent. */
export function attack(picture: GreyPicture, surface: Surface, motion: Motion): GreyPicture {
  return moved(surface === 'print' ? printed(picture) : shown(picture), motion);
}

/** Paper is not white, ink is not black, and it consists of dots. */
function printed(picture: GreyPicture): GreyPicture {
  const { pixels, width } = picture;
  return redrawn(picture, (x, y) => {
    const value = 45 + 0.72 * (pixels[y * width + x] ?? 0);
    const dots = 9 * Math.cos(((x + y) * Math.PI) / 2.6) * Math.cos(((x - y) * Math.PI) / 2.6);
    return clamp(value + dots);
  });
}

/** The screen's lines beat with the camera's rows (moiré); its light is uneven and hard. */
function shown(picture: GreyPicture): GreyPicture {
  const { pixels, width, height } = picture;
  return redrawn(picture, (x, y) => {
    const value = 255 * ((pixels[y * width + x] ?? 0) / 255) ** 0.85;
    const lines = 8 * Math.cos(y * 2.9) + 8 * Math.cos(x * 3.05 + y * 0.05);
    const gleam =
      35 * Math.exp(-(((x / width - 0.75) / 0.2) ** 2) - ((y / height - 0.2) / 0.2) ** 2);
    return clamp(value + lines + gleam);
  });
}

function moved(picture: GreyPicture, motion: Motion): GreyPicture {
  const radians = (turnDegrees * Math.PI) / 180;
  switch (motion) {
    case 'still':
      return picture;
    case 'turned_left':
      return turned(picture, radians, 0);
    case 'turned_right':
      return turned(picture, -radians, 0);
    case 'tilted_up':
      return transposedTurn(picture, radians);
    case 'tilted_down':
      return transposedTurn(picture, -radians);
    case 'bent_left':
      return turned(picture, radians, bendHeight);
    case 'bent_right':
      return turned(picture, -radians, bendHeight);
  }
}

/** About the vertical axis; bent, the middle of the sheet stands out like a face does. */
function turned(picture: GreyPicture, radians: number, bend: number): GreyPicture {
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const half = picture.width / 2;
  const middleY = picture.height / 2;
  return redrawn(picture, (x, y) => {
    const seen = (x - half) / half;
    let across = seen;
    for (let step = 0; step < 12; step += 1) {
      const height = bend * (1 - Math.min(across * across, 1));
      const depth = 1 + (across * sine) / distance;
      across = (across + (seen * depth - height * sine) / cosine) / 2;
    }
    const scale = 1 + (across * sine) / distance;
    return { x: half + across * half, y: middleY + (y - middleY) * scale };
  });
}

/** About the horizontal axis, flat. */
function transposedTurn(picture: GreyPicture, radians: number): GreyPicture {
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const [halfX, half] = [picture.width / 2, picture.height / 2];
  return redrawn(picture, (x, y) => {
    const seen = (y - half) / half;
    const along = seen / (cosine - (seen * sine) / distance);
    const scale = 1 + (along * sine) / distance;
    return { x: halfX + (x - halfX) * scale, y: half + along * half };
  });
}

function clamp(value: number): number {
  return Math.min(Math.max(Math.round(value), 0), 255);
}

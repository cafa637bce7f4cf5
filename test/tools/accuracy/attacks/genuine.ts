import { hardships, hardShot, cleanShot, phoneShot, type Shot } from './camera';

/** How genuine documents are photographed; the aim holds for the phone's. */
export const genuineViews = ['clean', 'phone-like', 'hard'] as const;
export type GenuineView = (typeof genuineViews)[number];

export function genuineShot(view: GenuineView, turn: number): (seed: number) => Shot {
  switch (view) {
    case 'clean':
      return cleanShot;
    case 'phone-like':
      return phoneShot;
    case 'hard':
      return (seed) => hardShot(seed, hardships[turn % hardships.length] ?? 'dark');
  }
}

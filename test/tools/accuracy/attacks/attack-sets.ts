import { assertNever } from '../../../../shared/domain/assert-never';
import {
  designSettings,
  type DateStyle,
  type DesignSettings,
} from '../../../../services/local/specimen/layout';

/**
 * Two sets that share nothing but the code that draws them: people, faces, numbers, layouts and cameras. Checks may be
 * tuned on the first; the second only measures, and nobody looks at its pictures to mend a check.
 */
export const attackSets = {
  tuning: { seed: 20_261_129, firstFace: 1 },
  measuring: { seed: 77_410_063, firstFace: 21 },
} as const;
export type AttackSet = keyof typeof attackSets;

export interface SheetDesign extends Omit<DesignSettings, 'dateStyle'> {
  readonly dateStyle: DateStyle;
  readonly columns: 1 | 2;
}

const otherLabels: readonly DesignSettings['labels'][] = [
  [
    'Document number',
    'Family name',
    'First names',
    'Citizenship',
    'Born',
    'Gender',
    'Issued on',
    'Valid until',
  ],
  [
    'N° / No.',
    'Nom / Surname',
    'Prénoms / Given names',
    'Nationalité / Nationality',
    'Naissance / Birth',
    'Sexe / Sex',
    'Délivré / Issue',
    'Expire / Expiry',
  ],
];

/** The tuning set has the demo's two layouts; those of the measuring set are drawn by lot. */
export function sheetDesign(set: AttackSet, random: () => number): SheetDesign {
  switch (set) {
    case 'tuning':
      return { ...designSettings[random() < 0.5 ? 'meadow' : 'harbour'], columns: 1 };
    case 'measuring': {
      const hue = Math.floor(random() * 360);
      return {
        paper: `hsl(${String(hue)},38%,92%)`,
        ink: `hsl(${String(hue)},45%,13%)`,
        wave: `hsl(${String(hue)},34%,70%)`,
        waveTurns: 2 + Math.floor(random() * 7),
        portraitSide: random() < 0.5 ? 'left' : 'right',
        labels: otherLabels[random() < 0.5 ? 0 : 1] ?? designSettings.meadow.labels,
        dateStyle:
          (['dotted', 'monthName', 'yearFirst'] as const)[Math.floor(random() * 3)] ?? 'dotted',
        columns: random() < 0.5 ? 1 : 2,
      };
    }
    default:
      return assertNever(set);
  }
}

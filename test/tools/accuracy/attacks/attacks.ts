import type { AttackKind } from './attack-kind';
import { compositionAttacks } from './composition-attacks';
import { beyondAttacks, copyAttacks, ruleAttacks } from './copy-attacks';
import { coverAttacks } from './cover-attacks';
import { editAttacks } from './edit-attacks';

/** The place of a kind gives its documents their seeds: new ones go to the end of their group's file. */
export const attackKinds: readonly AttackKind[] = [
  ...compositionAttacks,
  ...editAttacks,
  ...coverAttacks,
  ...copyAttacks,
  ...ruleAttacks,
  ...beyondAttacks,
];

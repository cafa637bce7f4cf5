import type { Scene } from './scene';
import { sheetFormats, type SheetFormat } from './sheet';
import type { Upload } from './upload';

/**
 * What an attack is measured by. `composition` and `edit`: none may be approved. `copy`: a true document's likeness
 * instead of the document. `rule`: what no forger is needed for. `beyond`: forged so that nothing in the picture
 * differs from a drawn genuine one; printed for honesty, without an aim.
 */
export const attackGroups = ['composition', 'edit', 'copy', 'rule', 'beyond'] as const;
export type AttackGroup = (typeof attackGroups)[number];

export interface AttackKind {
  readonly name: string;
  readonly group: AttackGroup;
  readonly formats: readonly SheetFormat[];
  draw(scene: Scene): Promise<Upload>;
}

export const everyFormat = sheetFormats;
/** Those with a back. */
export const cards = ['TD1', 'TD2', 'licence'] as const satisfies readonly SheetFormat[];
/** Those with a machine-readable zone. */
export const zoned = ['TD1', 'TD2', 'TD3'] as const satisfies readonly SheetFormat[];

import { loadFonts, type SpecimenFonts } from '../../../../services/local/specimen/fonts';
import { ensureArtifact, type ArtifactDeps } from '../../../../shared/downloads/ensure-artifact';
import type { AttackKind } from './attack-kind';
import { attackPeople, type Holder } from './attack-people';
import type { AttackSet } from './attack-sets';
import { attackKinds } from './attacks';
import { genuineShot, genuineViews, type GenuineView } from './genuine';
import { sceneOf, sheetFor, uploadOf } from './scene';
import { sheetFormats, type SheetFormat } from './sheet';
import type { Upload } from './upload';

/** Draws any upload of one set, the same one whenever it is asked. */
export interface CorpusDrawer {
  readonly set: AttackSet;
  attack(kind: AttackKind, turn: number): Promise<Upload>;
  genuine(view: GenuineView, turn: number): Promise<Upload>;
}

/** Kinds of genuine pictures have seeds far from all attacks'. */
const genuineKinds = 500;

export async function openCorpus(set: AttackSet, artifacts: ArtifactDeps): Promise<CorpusDrawer> {
  const fonts: SpecimenFonts = await loadFonts(await ensureArtifact('specimen-fonts', artifacts));
  const people: readonly Holder[] = await attackPeople(
    set,
    await ensureArtifact('orl-faces', artifacts),
  );
  return {
    set,
    attack(kind, turn) {
      const place = attackKinds.indexOf(kind);
      const format = attackFormat(kind, turn);
      return kind.draw(sceneOf({ set, fonts, people, format, kind: place, turn }));
    },
    genuine(view, turn) {
      const format = sheetFormats[turn % sheetFormats.length] ?? 'TD3';
      const kind = genuineKinds + genuineViews.indexOf(view);
      const scene = sceneOf({
        set,
        fonts,
        people,
        format,
        kind,
        turn,
        shot: genuineShot(view, turn),
      });
      return uploadOf(scene, sheetFor(scene));
    },
  };
}

/** All formats in turn, each kind beginning with another: one document of each kind shows all formats. */
export function attackFormat(kind: AttackKind, turn: number): SheetFormat {
  return kind.formats[(attackKinds.indexOf(kind) + turn) % kind.formats.length] ?? 'TD3';
}

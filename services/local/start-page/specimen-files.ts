import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoPictures } from '../specimen/demo-pictures';
import type { StateFolder } from '../process/state-folder';

export const specimenNames = ['passport.jpg', 'selfie.jpg'] as const;
export type SpecimenName = (typeof specimenNames)[number];

export interface SpecimenFiles {
  readonly folder: string;
  read(name: SpecimenName): Promise<Buffer>;
}

/**
 * The made-up passport and the selfie that goes with it, as files to try a session with. Drawn when somebody
 * first asks, and kept: it takes seconds, and most starts need none.
 */
export function specimenFiles(
  { file }: Pick<StateFolder, 'file'>,
  draw: () => Promise<DemoPictures>,
): SpecimenFiles {
  const folder = file('specimen');
  let drawing: Promise<void> | undefined;

  async function drawAll(): Promise<void> {
    const { passport, selfie } = await draw();
    await mkdir(folder, { recursive: true });
    await keep('passport.jpg', passport);
    await keep('selfie.jpg', selfie);
  }

  /** Whole or not at all: a stop in the middle leaves no half picture behind. */
  async function keep(name: SpecimenName, bytes: Buffer): Promise<void> {
    await writeFile(join(folder, `${name}.unfinished`), bytes);
    await rename(join(folder, `${name}.unfinished`), join(folder, name));
  }

  return {
    folder,
    async read(name) {
      const kept = await readFile(join(folder, name)).catch(() => undefined);
      if (kept !== undefined) return kept;
      // One that failed, for want of a network, is tried again by the next who asks.
      drawing ??= drawAll().finally(() => {
        drawing = undefined;
      });
      await drawing;
      return readFile(join(folder, name));
    },
  };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import type { LivenessChallenge } from '../../shared/domain/checks/liveness-challenge';
import { orlFace } from '../../services/local/specimen/orl-faces';
import { stackAddresses } from '../stack/addresses';

/** Somebody of ORL whose pictures show some of the movements (`test/tools/accuracy/liveness/labels-by-eye.json`). */
export interface Performer {
  readonly person: number;
  readonly neutral: number;
  /** Another picture of the same face. */
  readonly selfie: number;
  readonly shows: Partial<Record<LivenessChallenge, number>>;
}

export interface FilmWish {
  /** The screen's light lies on the face. */
  readonly isLit?: boolean;
  /** Nobody is there. */
  readonly isEmpty?: boolean;
  /** How long it takes to read what is asked. */
  readonly reactsAfterMs?: number;
}

export async function pictureOf({ person }: Performer, picture: number): Promise<Buffer> {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  return orlFace(await ensureArtifact('orl-faces', artifacts), person, picture);
}

/** Puts the performer before the camera of every page that is opened from now on. */
export async function filmFace(
  context: BrowserContext,
  performer: Performer,
  wish: FilmWish = {},
): Promise<void> {
  const named = Object.entries({ neutral: performer.neutral, ...performer.shows });
  const pictures = await Promise.all(
    named.map(async ([name, picture]) => {
      const image = await pictureOf(performer, picture);
      return [name, `data:image/jpeg;base64,${image.toString('base64')}`];
    }),
  );
  const film = {
    reactsAfterMs: 700,
    isLit: false,
    isEmpty: false,
    ...wish,
    pictures: Object.fromEntries(pictures) as unknown,
  };
  const script = await readFile(join(__dirname, 'face-film.js'), 'utf8');
  // One script: in which order several are run is not promised.
  await context.addInitScript(`window.faceFilm = ${JSON.stringify(film)};\n${script}`);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { tallySchema, type Tallies } from './tally-verdicts';

const figuresSchema = z.object({
  /** What the same pictures were judged by. */
  commit: z.string(),
  attacksEach: z.number().int(),
  genuineEach: z.number().int(),
  kinds: z.record(z.string(), z.record(z.string(), tallySchema)),
});

export interface FiguresBefore {
  readonly commit: string;
  readonly attacksEach: number;
  readonly genuineEach: number;
  readonly tallies: Tallies;
}

/** The measuring set judged by the code before anything asked whether a picture is a document. */
export async function figuresBefore(): Promise<FiguresBefore> {
  const file = join('test', 'tools', 'accuracy', 'attacks', 'figures-before.json');
  const { kinds, ...rest } = figuresSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const tallies = new Map(
    Object.entries(kinds).map(([kind, byWorkflow]) => [kind, new Map(Object.entries(byWorkflow))]),
  );
  return { ...rest, tallies };
}

import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { LocalOptions } from './options';
import { readJson, type StateFolder } from './process/state-folder';

export type ObjectStoreChoice =
  | { readonly kind: 'files' }
  | { readonly kind: 'minio' }
  | { readonly kind: 's3'; readonly endpoint: string };

const choiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('files') }),
  z.object({ kind: z.literal('minio') }),
  z.object({ kind: z.literal('s3'), endpoint: z.string() }),
]);

/**
 * The store of the first start is the store: documents do not move by themselves, and rows would point
 * to nothing in another one.
 */
export async function objectStoreChoice(
  folder: StateFolder,
  { environment, minio }: LocalOptions,
): Promise<ObjectStoreChoice> {
  const asked: ObjectStoreChoice =
    environment.S3_ENDPOINT !== undefined
      ? { kind: 's3', endpoint: environment.S3_ENDPOINT }
      : { kind: minio ? 'minio' : 'files' };
  const file = folder.file('object-store.json');
  const first = await readJson(file, choiceSchema);
  if (first === undefined) {
    await writeFile(file, JSON.stringify(asked));
    return asked;
  }
  // Nothing asked for means: as before.
  if (asked.kind === 'files') return first;
  if (JSON.stringify(first) !== JSON.stringify(asked)) {
    throw new VerifaError('config_invalid', {
      detail: `The documents here are kept in ${first.kind}; to use ${asked.kind}, start with an empty .verifa folder.`,
    });
  }
  return first;
}

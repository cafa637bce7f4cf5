import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface BuiltAsset {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface PackedAsset extends BuiltAsset {
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

/** Slow and small: it is done once, and sent for years. */
export async function packed(asset: BuiltAsset): Promise<PackedAsset> {
  const { bytes } = asset;
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return { ...asset, brotli, gzip: zipped };
}

/** What files weigh as they travel; a name that was not built weighs nothing. */
export function weigherOf(assets: readonly PackedAsset[]) {
  const size = (name: string): number =>
    assets.find((asset) => asset.name === name)?.brotli.length ?? 0;
  const sizes = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + size(name), 0);
  return { size, sizes };
}

/** `texts-en.json` as `texts-en-1a2b3c4d.json`. */
export function hashedName(stem: string, ending: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return `${stem}-${hash}.${ending}`;
}

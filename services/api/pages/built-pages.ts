import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  pageManifest,
  type CaptureManifest,
  type ConsoleManifest,
  type PageManifest,
} from '../../../shared/page/manifest';
import { hasErrorCode } from '../../../shared/domain/errors/error-code';

export interface ServedAsset {
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

/** What `npm run build` made for browsers, read once: all of it is less than a picture. */
export interface BuiltPages {
  readonly capture: CaptureManifest;
  readonly console: ConsoleManifest;
  readonly embed: PageManifest['embed'];
  readonly assets: ReadonlyMap<string, ServedAsset>;
}

/** Null where nothing was built: the API does all else without. */
export async function readBuiltPages(folder: string): Promise<BuiltPages | null> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(absent);
  if (manifest === null) return null;
  const { capture, console: reviewing, embed, assets } = pageManifest.parse(JSON.parse(manifest));
  const read = (name: string): Promise<Buffer> => readFile(join(folder, 'assets', name));
  const served = await Promise.all(
    Object.entries(assets).map(async ([name, { type }]) => {
      const [plain, brotli, gzip] = await Promise.all([
        read(name),
        read(`${name}.br`),
        read(`${name}.gz`),
      ]);
      return [name, { type, plain, brotli, gzip }] as const;
    }),
  );
  return { capture, console: reviewing, embed, assets: new Map(served) };
}

function absent(cause: unknown): null {
  if (hasErrorCode(cause, 'ENOENT')) return null;
  throw cause;
}

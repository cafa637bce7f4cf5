import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const packageFile = z.object({ license: z.string() });

/** The licence of each package whose code is in a page, by the package's name. */
export async function licencesOf(
  root: string,
  packages: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const names = [...new Set(packages)].sort();
  const texts = await Promise.all(
    names.map(async (name) => [name, await licenceIn(join(root, 'node_modules', name))] as const),
  );
  return Object.fromEntries(texts);
}

async function licenceIn(folder: string): Promise<string> {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFile(join(folder, file), 'utf8');
  // A few packages only name it.
  const described: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return packageFile.parse(described).license;
}

/** The package that a file belongs to; null for a file of our own. */
export function packageOf(path: string): string | null {
  return (
    /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(path)?.[1] ?? null
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** Which file imports which, types included: eslint's `no-cycle` leaves those out. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

const root = join(__dirname, '../../..');

export function readImportGraph(...folders: readonly string[]): ImportGraph {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !/node_modules|\bdist\b/.test(file));
  const known = new Set(files);
  return new Map(files.map((file) => [file, importsOf(file, known)]));
}

function importsOf(file: string, known: ReadonlySet<string>): ReadonlySet<string> {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'));
  const imported = importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const path = normalize(join(dirname(file), fileName));
    return [`${path}.ts`, `${path}.tsx`, path].filter((form) => known.has(form)).slice(0, 1);
  });
  return new Set(imported);
}

/** A way of imports from a file back to itself, for each file that has one. */
export function circlesOf(graph: ImportGraph): readonly (readonly string[])[] {
  const done = new Set<string>();
  const circles: (readonly string[])[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at !== -1) circles.push([...way.slice(at), file]);
    if (at !== -1 || done.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

/** Folders that import each other, each pair once. */
export function mutualFolders(graph: ImportGraph): readonly string[] {
  const arrows = new Set<string>();
  for (const [file, imported] of graph) {
    for (const other of imported) arrows.add(`${dirname(file)} ${dirname(other)}`);
  }
  return [...arrows]
    .map((arrow) => arrow.split(' '))
    .filter(([from = '', to = '']) => from < to && arrows.has(`${to} ${from}`))
    .map((pair) => pair.join(' and '));
}

import { circlesOf, mutualFolders, readImportGraph, type ImportGraph } from './import-graph';

/** What puts its parts together imports all of them, and they its types. */
const compositionRoots = [
  'services/api',
  'services/api/console-login',
  'services/console/capture',
  'services/console/review',
  'shared/database/migrations',
];

function graphOf(arrows: Readonly<Record<string, readonly string[]>>): ImportGraph {
  return new Map(Object.entries(arrows).map(([file, imported]) => [file, new Set(imported)]));
}

it('no file imports itself by whatever way, types included', () => {
  const graph = readImportGraph('shared', 'workflows', 'activities', 'services');
  expect(graph.size).toBeGreaterThan(1_000);
  expect(circlesOf(graph)).toEqual([]);
});

it('no folder imports its importer, but for those that put the others together', () => {
  const graph = readImportGraph('shared', 'workflows', 'activities', 'services');
  const pairs = mutualFolders(graph).filter(
    (pair) => !pair.split(' and ').some((folder) => compositionRoots.includes(folder)),
  );
  expect(pairs).toEqual([]);
});

it('a circle is found, however long', () => {
  const circle = graphOf({ 'a/1.ts': ['b/2.ts'], 'b/2.ts': ['c/3.ts'], 'c/3.ts': ['a/1.ts'] });
  expect(circlesOf(circle)).toEqual([['a/1.ts', 'b/2.ts', 'c/3.ts', 'a/1.ts']]);
  expect(mutualFolders(circle)).toEqual([]);
});

it('two folders that import each other are found, by whichever files', () => {
  const graph = graphOf({ 'a/1.ts': ['b/2.ts'], 'b/2.ts': [], 'b/3.ts': ['a/4.ts'], 'a/4.ts': [] });
  expect(circlesOf(graph)).toEqual([]);
  expect(mutualFolders(graph)).toEqual(['a and b']);
});

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';

interface SequencerClass {
  new (): { sort(tests: readonly TestFile[]): readonly TestFile[] };
  readonly names: readonly string[];
}
const Sequencer = z.custom<SequencerClass>((value) => typeof value === 'function');
// Jest itself loads it, past the compiler.
const SlowestFirst = Sequencer.parse(jest.requireActual('../../stack/slowest-first'));

/** What Jest tells of a file; as in a fresh clone, no time of an earlier run is known. */
interface TestFile {
  readonly path: string;
  readonly context: {
    readonly config: { readonly cache: false };
    readonly hasteFS: { getSize(path: string): number };
  };
}

const context: TestFile['context'] = {
  config: { cache: false },
  hasteFS: { getSize: (path: string) => path.length },
};
const sorted = (paths: readonly string[]): string[] =>
  new SlowestFirst()
    .sort(paths.map((path) => ({ path: `/work/${path}`, context })))
    .map(({ path }) => path.slice('/work/'.length));

const longest = ['test/checks/attacks/attacks.test.ts', 'test/screens/every-screen.test.ts'];
const busy = Array.from(
  { length: 40 },
  (_, at) => `test/screens/console/screen-${String(at)}.test.ts`,
);
const waiting = Array.from({ length: 200 }, (_, at) => `test/api/cases/case-${String(at)}.test.ts`);
const all = [...waiting, ...busy, ...longest];
/** How they come says nothing of how they are begun. */
const shuffled = fc.shuffledSubarray(all, { minLength: 1 });

it('every file is begun, and once', () => {
  fc.assert(
    fc.property(shuffled, (paths) => {
      expect(sorted(paths).sort()).toEqual([...paths].sort());
    }),
  );
});

it('the longest are begun before all others, in their order', () => {
  expect(sorted([...all].reverse()).slice(0, 2)).toEqual(longest);
});

it('files that keep a core busy are apart by some that wait, and none is among the last', () => {
  const rest = sorted(all).slice(longest.length);
  const places = rest.flatMap((path, at) => (path.startsWith('test/screens/') ? [at] : []));
  expect(places).toHaveLength(busy.length);
  for (const [at, place] of places.slice(1).entries()) {
    expect(place - (places[at] ?? 0)).toBeGreaterThanOrEqual(4);
  }
  expect(places.at(-1)).toBeLessThan(rest.length - 20);
});

it('goes by no file that is gone', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).map(
    (path) => `test/${path}`,
  );
  const known = (name: string) =>
    files.some((path) => path.startsWith(name) && /\.test\.ts$/.test(path));
  expect(SlowestFirst.names.filter((name) => !known(name))).toEqual([]);
});

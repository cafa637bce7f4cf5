import type { KindCost, KindName } from '../../tools/bench/cost/kind';
import { layerLines } from '../../tools/bench/cost/table';
import { layers, layersUpTo } from '../../tools/bench/cost/yardstick/layers';

function cost(name: KindName, rounds: readonly number[]): KindCost {
  return {
    name,
    counts: null,
    history: { events: 28, bytes: 0 },
    cpuMs: rounds.map((api) => ({ api, worker: 0, postgres: 0, temporal: 0 })),
    p50Ms: rounds,
  };
}

/** The second round ran on a machine half as fast. */
const pile = [
  cost('same messages', [50, 100, 50]),
  cost('by hand', [100, 200, 100]),
  ...layers.map((layer, at) => cost(`+ ${layer}`, [110 + at * 10, 220 + at * 20, 110 + at * 10])),
  cost('live', [220, 440, 220]),
];

it('says of each layer what it adds to the one below it, and how much a live session costs over it', () => {
  const lines = layerLines(pile);
  expect(lines.find((line) => line.startsWith('by hand'))).toMatch(/100 +50\.0 +2\.20$/);
  expect(lines.find((line) => line.startsWith('+ row security'))).toMatch(/120 +10\.0 +1\.83$/);
  expect(lines.at(-1)).toMatch(/^live: all that is not above +220 +60\.0$/);
});

it('prints no layers where one of them was not measured', () => {
  expect(layerLines(pile.slice(1))).toEqual([]);
});

it('lays each layer upon all below it', () => {
  expect(layersUpTo('judged and sealed')).toEqual(['judged and sealed']);
  expect(layersUpTo('HTTP')).toEqual(layers);
});

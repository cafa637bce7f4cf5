import type { Client } from '@temporalio/client';
import type { Kind } from './kind';
import type { Pictures } from './pictures';
import type { Product } from './product';
import { create, live, sandbox } from './session-kinds';
import { layers, layersUpTo, type Layer } from './yardstick/layers';
import type { Ask } from './yardstick/messages';
import type { Yardsticks } from './yardstick/yardsticks';

export interface KindsOver {
  readonly product: Product;
  readonly yardsticks: Yardsticks;
  readonly temporal: Client;
  readonly pictures: Pictures;
  readonly tiny: Pictures;
}

/** What is measured, each beside what it is compared with. */
export function kindsOf(over: KindsOver): readonly Kind[] {
  const { product, yardsticks, temporal, pictures, tiny } = over;
  const { client, worker } = yardsticks.pids;
  const { postgres, temporal: servers } = product.pids;
  const own = { pids: product.pids, counted: product.database };
  const messages = { pids: { api: [client], worker: [worker], postgres: [], temporal: servers } };
  const writing = { pids: { ...messages.pids, postgres }, counted: product.copy.database };
  const toItsEnd =
    (work: Ask['work'], over: readonly Layer[] = []) =>
    async (): Promise<string> => {
      const id = await yardsticks.run(work, over);
      await temporal.workflow.getHandle(id).result();
      return id;
    };
  return [
    { name: 'create', count: 40, ...own, run: () => create(product) },
    {
      name: 'create floor',
      count: 40,
      ...writing,
      run: () => yardsticks.run('create'),
    },
    { name: 'sandbox', count: 20, ...own, run: () => sandbox(product, temporal) },
    {
      name: 'live',
      count: 16,
      ...own,
      run: () => live(product, temporal, pictures),
    },
    { name: 'by hand', count: 24, ...writing, run: toItsEnd('by hand') },
    ...layers.map((layer): Kind => ({
      name: `+ ${layer}`,
      count: 16,
      ...writing,
      run:
        layer === 'HTTP'
          ? async () => {
              const id = await yardsticks.overHttp(pictures);
              await temporal.workflow.getHandle(id).result();
              return id;
            }
          : toItsEnd('by hand', layersUpTo(layer)),
    })),
    {
      name: 'same messages',
      count: 24,
      ...messages,
      counted: null,
      run: toItsEnd('same messages'),
    },
    {
      name: 'live, tiny pictures',
      count: 16,
      ...own,
      counted: null,
      run: () => live(product, temporal, tiny),
    },
  ];
}

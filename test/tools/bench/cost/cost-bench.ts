import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectTemporalClient } from '../../../../shared/temporal/connect-client';
import { kindsOf } from './kinds';
import { startLocalStack } from './local-memory';
import { measureCost } from './measure-cost';
import { parseCostOptions } from './options';
import { drawPictures, drawTinyPictures } from './pictures';
import { startProduct } from './product';
import { startCountingPostgres } from './records-postgres';
import { reportLines } from './report-lines';
import { live } from './session-kinds';
import { statementLines } from './statement-lines';
import { startTemporalOnPostgres } from './temporal-postgres';
import { artifactDeps, startDevTemporal } from './temporal-server';
import { recordRows } from './yardstick/record-rows';
import { readSteps } from './yardstick/session-steps';
import { startYardsticks } from './yardstick/yardsticks';

/** `npm run bench -- cost`: what a session costs beside what it cannot do without, in one run. */
export async function benchCost(args: readonly string[]): Promise<void> {
  const options = parseCostOptions(args);
  const stops: (() => Promise<void>)[] = [];
  const started = async <T extends { stop(): Promise<void> }>(part: Promise<T>): Promise<T> => {
    const begun = await part;
    stops.push(() => begun.stop());
    return begun;
  };
  let ending: Promise<void> | undefined;
  const end = (): Promise<void> =>
    (ending ??= (async () => {
      for (const stop of stops.splice(0).reverse()) await stop();
    })());
  // Ctrl-C leaves neither processes nor folders.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end().finally(() => process.exit(130)));
  }
  try {
    const postgres = await started(startCountingPostgres());
    const server = await started(
      options.temporal === 'postgres' ? startTemporalOnPostgres() : startDevTemporal(),
    );
    const flags =
      options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
    const product = await started(startProduct(postgres, server, artifactDeps.cacheDir, flags));
    const connected = connectTemporalClient({
      address: server.address,
      namespace: 'default',
      environment: {},
    });
    stops.push(() => connected.close());
    const temporal = connected.client;
    const [pictures, tiny] = [await drawPictures(), await drawTinyPictures()];
    await writeFile(join(product.folder, 'document.jpg'), pictures.document);
    await writeFile(join(product.folder, 'selfie.jpg'), pictures.selfie);
    const rowsFile = join(product.folder, 'rows.json');
    const session = await recordRows(product.databaseUrl, product.copy.url, rowsFile, (at) =>
      live(product, temporal, pictures, at),
    );
    const steps = await readSteps(temporal, session);
    const yardsticks = await started(startYardsticks(product, rowsFile, steps));
    const kinds = kindsOf({ product, yardsticks, temporal, pictures, tiny }).filter(
      ({ name }) => options.only?.includes(name) ?? true,
    );
    const local =
      options.counts || options.only !== undefined ? null : await started(startLocalStack());
    const report = await measureCost({ product, temporal, kinds, local, options });
    for (const line of reportLines(report, options)) console.log(line);
    if (options.statements !== undefined) {
      const lines = [...report.top].flatMap(([name, top]) => [`# ${name}`, ...statementLines(top)]);
      await writeFile(options.statements, `${lines.join('\n')}\n`);
    }
  } finally {
    await end();
  }
}

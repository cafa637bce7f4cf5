import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { HistoryAndWorkflowId } from '@temporalio/client';
import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils';
import * as workflows from '../../workflows';
import { releasesFolder, releaseVersions } from '../releases/release-fixture';
import { notReplayed } from './replay-all';
import { otherRoads, scriptedWorld } from './roads/other-roads';
import { sessionRoads } from './roads/session-roads';
import { setSessionStage, type SessionStage } from './session-stage';

/** `npm run release:fixture` has them written into the release's folder. */
const recordsInto = process.env['VERIFA_RECORD_HISTORIES'];
const world = scriptedWorld();
let stage: SessionStage;
beforeAll(async () => {
  stage = await setSessionStage({
    world,
    wrap: (real) => ({
      ...real,
      deleteOrphans: () => {
        if (world.brokenSweeps === 0) return real.deleteOrphans();
        world.brokenSweeps -= 1;
        return Promise.reject(new Error('the store cannot be listed'));
      },
    }),
  });
});
afterAll(() => stage.stop());
beforeEach(() => {
  stage.checks.says.clear();
  world.watchlists.clear();
});

const ran: HistoryAndWorkflowId[] = [];

async function kept(name: string, workflowId: string, runs: readonly History[]): Promise<void> {
  for (const [index, history] of runs.entries()) {
    ran.push({ workflowId, history });
    if (recordsInto === undefined) continue;
    await mkdir(recordsInto, { recursive: true });
    const file = `${name}-${String(index + 1)}.json`;
    const json = JSON.stringify(JSON.parse(historyToJSON(history)));
    await writeFile(join(resolve(recordsInto), file), `${json}\n`);
  }
}

test.each(Object.entries(otherRoads))('%s', async (name, road) => {
  await road.before?.(world, stage);
  const { workflow } = stage.temporal.client;
  const workflowId = `road-${name}`;
  const { type, taskQueue, args = [] } = road;
  const done = workflow.execute(type, { workflowId, taskQueue, args: [...args] });
  if (road.fails === true) await expect(done).rejects.toThrow();
  else await done;
  await kept(name, workflowId, [await workflow.getHandle(workflowId).fetchHistory()]);
});

test.each(Object.entries(sessionRoads))('a session that is %s', async (name, road) => {
  const id = await road(stage);
  const closed = await stage.closedRuns(id);
  const isOpen = (await stage.row(id)).ended_at === null;
  await kept(name, id, isOpen ? [...closed, await stage.history(id)] : closed);
});

test('what ran replays on the code that ran it', async () => {
  expect(ran.length).toBeGreaterThan(Object.keys(sessionRoads).length);
  expect(await notReplayed(ran)).toEqual([]);
});

describe('recorded, by the last release or since, there is a history', () => {
  /** By the file's name. */
  async function recorded(): Promise<ReadonlyMap<string, string>> {
    const [last = 'none'] = releaseVersions().slice(-1);
    const found = new Map<string, string>();
    for (const folder of [join(releasesFolder, last, 'histories'), 'test/histories']) {
      for (const file of await readdir(folder)) {
        found.set(file, await readFile(join(folder, file), 'utf8'));
      }
    }
    return found;
  }

  test('of every road', async () => {
    const files = await recorded();
    const roads = [...Object.keys(sessionRoads), ...Object.keys(otherRoads)];
    expect(roads.filter((road) => !files.has(`${road}-1.json`))).toEqual([]);
  });

  test('of every workflow that there is', async () => {
    const types = new Set([...(await recorded()).values()].map(typeOf));
    expect([...types].sort()).toEqual(Object.keys(workflows).sort());
  });
});

function typeOf(json: string): string {
  return /"workflowType": ?\{\s*"name": ?"(\w+)"/.exec(json)?.[1] ?? 'none';
}

import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { HistoryAndWorkflowId } from '@temporalio/client';
import { historyFromJSON, historyToJSON, type History } from '@temporalio/common/lib/proto-utils';
import type { SessionId } from '../../shared/domain/ids';
import { readRelease, releaseVersions } from '../releases/release-fixture';
import { notReplayed } from './replay-all';
import { setSessionStage, type SessionStage } from './session-stage';
import { wholeStory } from './story';

/** Before releases had a folder of their own each. */
const folder = resolve(__dirname, '../histories');
/** Start, two messages, all checks of the default workflow, a decision. */
const mostEvents = 28;

describe('histories', () => {
  let stage: SessionStage;
  beforeAll(async () => {
    stage = await setSessionStage();
  });
  afterAll(() => stage.stop());

  async function straightThrough(): Promise<SessionId> {
    stage.checks.says.clear();
    const id = await stage.create();
    await stage.send(id, { type: 'start_capture' });
    await stage.send(id, { type: 'submit' });
    await stage.ended(id);
    return id;
  }

  test('a straight-through session has at most 28 events, whatever the number of its checks', async () => {
    const id = await straightThrough();
    const { events } = await stage.history(id);
    expect(events?.length).toBeLessThanOrEqual(mostEvents);
    // One remote activity, whatever the number of checks and of their classes.
    const scheduled = (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes);
    expect(
      scheduled.map((event) => event.activityTaskScheduledEventAttributes?.activityType?.name),
    ).toEqual(['runChecks']);
  });

  test('a history is the same after it went through JSON', async () => {
    const history = await stage.history(await straightThrough());
    const json = historyToJSON(history);
    const back = historyFromJSON(JSON.parse(json));
    expect(historyToJSON(back)).toEqual(json);
    expect(back.events?.length).toBe(history.events?.length);
  });

  test('hold ids, statuses, scores and codes: nothing that was planted', async () => {
    const id = await wholeStory(stage);
    const runs = await stage.closedRuns(id);
    expect(runs.length).toBeGreaterThanOrEqual(4);
    const text = runs.map(decoded).join('\n');
    // The search does read what is inside the payloads.
    expect(text).toContain(id);
    expect(text).toContain('"legalHold":true');
    for (const planted of ['planted-reference', 'planted-tag', '203.0.113.77', 'metadata":{"pl']) {
      expect(text).not.toContain(planted);
    }
  });

  test('what ran now replays on the same code', async () => {
    const id = await straightThrough();
    expect(await notReplayed([{ workflowId: id, history: await stage.history(id) }])).toEqual([]);
  });

  test('what earlier releases ran replays on today’s code', async () => {
    const folders = releaseVersions().map((version) => readRelease(version).histories);
    const recorded: HistoryAndWorkflowId[] = [];
    for (const one of [folder, ...folders]) {
      const files = (await readdir(one)).filter((name) => name.endsWith('.json'));
      expect(files.length).toBeGreaterThanOrEqual(4);
      for (const file of files) {
        const history: unknown = JSON.parse(await readFile(join(one, file), 'utf8'));
        recorded.push({ workflowId: file, history });
      }
    }
    expect(await notReplayed(recorded)).toEqual([]);
  });
});

/** Payloads are base64 in JSON: they are opened for the search. */
function decoded(history: History): string {
  return historyToJSON(history).replaceAll(
    /"data": ?"([A-Za-z0-9+/=]*)"/g,
    (_match, data: string) => Buffer.from(data, 'base64').toString('utf8'),
  );
}

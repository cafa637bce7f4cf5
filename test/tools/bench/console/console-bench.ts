import { signIn } from '../../../api/console/signed-in';
import { call } from '../../../processes/api-caller';
import { startBenchStack, type BenchStack } from '../bench-stack';
import { instantEngines } from '../instant-engines';
import { connectionsCpuMs, withoutHelpers } from './connections-cpu';
import { makeConsoleRows, openCases } from './console-rows';
import { printListToCase } from './list-to-case';
import { listCalls, type ListCall } from './list-routes';
import { followIndexes } from './used-indexes';

const calls = 5;
const goalMs = 100;

/**
 * `npm run bench -- console [sessions] [path]`: from a row of the list to the case in Chromium, and what every
 * list of the console costs Postgres over so many sessions; with `case` only the former, with a path only the lists
 * that begin with it.
 */
export async function benchConsole([
  given = '1000000',
  only = '',
]: readonly string[]): Promise<void> {
  const sessions = Number(given);
  const stack = await startBenchStack({
    ...instantEngines,
    // A reviewer has to look.
    judgeQuality: () =>
      Promise.resolve({
        ...{ check: 'document_quality', status: 'failed', score: 0, reasons: ['blurred'] },
        ...{ engine: 'instant', engineVersion: '1' },
      }),
  });
  try {
    const { db, apiUrl } = stack;
    await db.updateTable('organizations').set({ plan: 'unlimited' }).execute();
    const { organizationId, headers, secret } = await signIn(
      { db, url: apiUrl },
      { role: 'admin' },
    );
    const begunMs = performance.now();
    await makeConsoleRows(stack, organizationId, sessions);
    console.log(`rows made in ${((performance.now() - begunMs) / 1_000).toFixed(0)} s`);
    await withoutHelpers(db);
    const where = `among ${String(openCases)} open ones`;
    if (only === '' || only === 'case') await printListToCase(stack, secret, where);
    if (only !== 'case') await printLists(stack, headers, { sessions, only });
  } finally {
    await stack.stop();
  }
}

async function printLists(
  { db, apiUrl }: BenchStack,
  headers: Record<string, string>,
  { sessions, only }: { readonly sessions: number; readonly only: string },
): Promise<void> {
  console.log(
    `lists of ${String(sessions)} sessions, ${String(openCases)} open cases: CPU ms of Postgres a call (mean of ${String(calls)}; goal ${String(goalMs)})`,
  );
  const wanted = listCalls(new Date()).filter(({ path }) => path.startsWith(only));
  const used = await followIndexes(db, () => ask(apiUrl, headers, { path: '/console/me' }));
  let missed = 0;
  for (const one of wanted) {
    const run = () => ask(apiUrl, headers, one);
    const postgresMs = await connectionsCpuMs(db, calls, run);
    const isOver = postgresMs > goalMs;
    if (isOver) missed += 1;
    const { indexes, wholeTables } = await used();
    const by = wholeTables.length === 0 ? '' : `; WHOLE ${wholeTables.join(', ')}`;
    const name = `${one.json === undefined ? 'GET' : 'POST'} ${one.path}`;
    console.log(
      `  ${postgresMs.toFixed(1).padStart(7)}${isOver ? ' MISSED' : ''}  ${name}  [${indexes.join(', ')}${by}]`,
    );
  }
  console.log(`  ${String(wanted.length)} calls, ${String(missed)} above the goal`);
}

async function ask(
  apiUrl: string,
  headers: Record<string, string>,
  { path, json }: ListCall,
): Promise<void> {
  const url = `${apiUrl}/api/v1${path}`;
  const options = json === undefined ? { headers } : { headers, json };
  const answer = await call(json === undefined ? 'GET' : 'POST', url, options);
  if (answer.status !== 200) {
    throw new Error(`${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  }
}

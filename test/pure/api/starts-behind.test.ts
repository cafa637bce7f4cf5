import { createStartsBehind, type Owed } from '../../../services/api/sessions/starts-behind';
import { newId } from '../../../shared/domain/ids';

interface Held extends Owed {
  readonly end: (error?: Error) => void;
}

/** A start that lasts until the test ends it. */
function held(): Held {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });
  return {
    sessionId: newId('session'),
    requestId: 'req_1',
    what: 'workflow start',
    start: () => ended,
    end,
  };
}

function recording() {
  const warned: unknown[][] = [];
  return { warned, log: { warn: (...given: unknown[]) => void warned.push(given) } };
}

/** Whether it has come to an end by the time that nothing else is left to do. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void work.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

it('is not waited for, and is drained before the process ends', async () => {
  const starts = createStartsBehind(recording());
  const one = held();
  expect(await isSettled(starts.begin(one))).toBe(true);
  const drained = starts.drained();
  expect(await isSettled(drained)).toBe(false);
  one.end();
  await drained;
});

it('what is begun while it drains is drained too', async () => {
  const starts = createStartsBehind(recording());
  const [one, another] = [held(), held()];
  await starts.begin(one);
  const drained = starts.drained();
  await starts.begin(another);
  one.end();
  expect(await isSettled(drained)).toBe(false);
  another.end();
  await drained;
});

it('beyond so many at once it is waited for, until it is done or its bound is over', async () => {
  const starts = createStartsBehind(recording(), { most: 2, boundMs: 50 });
  const all = [held(), held(), held(), held()] as const;
  await starts.begin(all[0]);
  await starts.begin(all[1]);
  const third = starts.begin(all[2]);
  expect(await isSettled(third)).toBe(false);
  all[2].end();
  await third;
  await starts.begin(all[3]);
  for (const one of all) one.end();
  await starts.drained();
});

it('one that fails is owed: it is logged by its ids and fails nobody', async () => {
  const { log, warned } = recording();
  const starts = createStartsBehind({ log });
  const one = held();
  await starts.begin(one);
  one.end(new Error('nobody there'));
  await starts.drained();
  expect(warned).toEqual([
    [{ request_id: 'req_1', session_id: one.sessionId }, 'workflow start is owed'],
  ]);
  const next = held();
  await starts.begin(next);
  next.end();
  await starts.drained();
  expect(warned.length).toBe(1);
});

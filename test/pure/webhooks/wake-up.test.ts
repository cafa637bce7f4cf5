import { createWakeUp, type Timers } from '../../../activities/webhooks/wake-up';

/** Time that passes only where the test lets it. */
function manualTime(): Timers & { pass(ms: number): Promise<void> } {
  let now = 0;
  let waiting: { readonly atMs: number; readonly work: () => void }[] = [];
  return {
    nowMs: () => now,
    after(ms, work) {
      const one = { atMs: now + ms, work };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    async pass(ms) {
      now += ms;
      const due = waiting.filter(({ atMs }) => atMs <= now);
      waiting = waiting.filter(({ atMs }) => atMs > now);
      for (const { work } of due) work();
      await Promise.resolve();
    },
  };
}

function set() {
  const time = manualTime();
  const wakeUp = createWakeUp(time);
  const ends: boolean[] = [];
  const next = (atMostMs: number): void => {
    void wakeUp.next(atMostMs).then((isRung) => ends.push(isRung));
  };
  return { time, wakeUp, ends, next };
}

test('many rings before a round are one, at the time of the first', async () => {
  const { time, wakeUp, ends, next } = set();
  next(10_000);
  for (let ring = 0; ring < 5; ring += 1) {
    wakeUp.ring(50);
    await time.pass(9);
  }
  expect(ends).toEqual([]);
  await time.pass(5);
  expect(ends).toEqual([true]);
  next(1_000);
  await time.pass(999);
  expect(ends).toEqual([true]);
  await time.pass(1);
  expect(ends).toEqual([true, false]);
});

test('a ring at once overtakes one that has time', async () => {
  const { time, wakeUp, ends, next } = set();
  next(10_000);
  wakeUp.ring(50);
  wakeUp.ring();
  await time.pass(0);
  expect(ends).toEqual([true]);
});

test('a ring during a round is heard right after it', async () => {
  const { time, wakeUp, ends, next } = set();
  wakeUp.ring(50);
  await time.pass(80);
  next(10_000);
  await time.pass(0);
  expect(ends).toEqual([true]);
});

test('a ring that is due later than the wait is not lost with it', async () => {
  const { time, wakeUp, ends, next } = set();
  wakeUp.ring(5_000);
  next(1_000);
  await time.pass(1_000);
  expect(ends).toEqual([false]);
  next(10_000);
  await time.pass(4_000);
  expect(ends).toEqual([false, true]);
});

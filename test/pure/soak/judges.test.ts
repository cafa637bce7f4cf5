import { judgeArrivals, type OwedEvent } from '../../tools/soak/judge-arrivals';
import { judgeTries, type MadeTry } from '../../tools/soak/judge-tries';
import type { LedgerEntry } from '../../tools/soak/receiver-ledger';

const owed: readonly OwedEvent[] = [1, 2, 3].map((sequence) => ({
  id: `evt_${String(sequence)}`,
  sessionId: 'ses_1',
  sequence,
}));

function entry(sequence: number, wish: Partial<LedgerEntry> = {}): LedgerEntry {
  const id = `evt_${String(sequence)}`;
  return {
    id,
    deliveryId: `whd_${String(sequence)}`,
    bodyIds: [id, id],
    sessionId: 'ses_1',
    sequence,
    type: 'session.created',
    genuine: true,
    fate: 'taken',
    atMs: 1_000,
    ...wish,
  };
}

const all = [entry(1), entry(2), entry(3)];
const good = {
  events: 3,
  arrived: 3,
  wholeSequences: 1,
  forged: 0,
  misnamed: 0,
};

describe('the soak of arrivals', () => {
  test('is content with every event once, in any order, after failures', () => {
    expect(judgeArrivals(owed, [...all].reverse())).toEqual({ ...good, repeats: 0 });
    expect(judgeArrivals(owed, [entry(2, { fate: 'status' }), ...all])).toMatchObject(good);
    expect(judgeArrivals(owed, [...all, entry(2)])).toMatchObject({ ...good, repeats: 1 });
  });

  test.each([
    ['an event that never came', [entry(1), entry(3)], { arrived: 2, wholeSequences: 0 }],
    [
      'an event that was never taken',
      [entry(1), entry(2), entry(3, { fate: 'reset' })],
      { arrived: 2, wholeSequences: 0 },
    ],
    ['a signature that does not verify', [...all, entry(1, { genuine: false })], { forged: 1 }],
    ['a new id at a later try', [...all, entry(1, { id: 'evt_9' })], { misnamed: 1 }],
    ['another id in the body', [...all, entry(1, { bodyIds: ['evt_9'] })], { misnamed: 1 }],
    ["another event's place", [...all, entry(1, { sequence: 2 })], { misnamed: 1 }],
  ])('sees %s', (_what, ledger, wrong) => {
    expect(judgeArrivals(owed, ledger)).toMatchObject({ ...good, ...wrong });
  });
});

const scale = 0.01;
const fails = 'status_not_2xx';

function made(atMs: number, error: string | null, status = 500): MadeTry {
  return {
    delivery_id: 'whd_1',
    round: 1,
    status_code: error === null ? 200 : status,
    error_code: error,
    duration_ms: 100,
    at: new Date(atMs),
  };
}

describe('the soak of tries', () => {
  test('is content with the schedule, and counts no interrupted try as failed', () => {
    const tries = [
      made(0, fails),
      made(400, 'interrupted'),
      made(13_000, fails),
      made(15_000, null),
    ];
    expect(judgeTries(tries, scale)).toEqual({
      tries: 4,
      mostFailed: 2,
      interrupted: 1,
      afterSuccess: 0,
      hasty: 0,
      hastyByDeath: 0,
    });
  });

  test.each([
    ['a try before its time', [made(0, fails), made(300, null)], { hasty: 1 }],
    ['a try before Retry-After was over', [made(0, fails, 429), made(1_900, null)], { hasty: 1 }],
    ['a try after a success', [made(0, null), made(5_000, null)], { afterSuccess: 1 }],
    [
      'a seventh failure',
      Array.from({ length: 7 }, (_, n) => made(n * 100_000, fails)),
      { mostFailed: 7 },
    ],
    [
      'a wait that a death cut short',
      [0, 500, 2_000, 7_000, 20_000].map((atMs) => made(atMs, fails)),
      { hasty: 0, hastyByDeath: 1 },
    ],
  ])('sees %s', (_what, tries, wrong) => {
    expect(judgeTries(tries, scale)).toMatchObject(wrong);
  });
});

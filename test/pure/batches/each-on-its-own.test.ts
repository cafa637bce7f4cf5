import { eachOnItsOwn } from '../../../activities/each-on-its-own';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

const alerts: Readonly<Record<string, unknown>>[] = [];
const rules = {
  what: 'the work',
  idsOf: (id: number) => ({ id }),
  alert: (_message: string, ids: Readonly<Record<string, unknown>>) => void alerts.push(ids),
};
beforeEach(() => alerts.splice(0));

function failing(...poison: number[]): (id: number) => Promise<boolean> {
  return (id) =>
    poison.includes(id)
      ? Promise.reject(new VerifaError('temporarily_unavailable', { detail: 'Jane Doe' }))
      : Promise.resolve(id % 2 === 0);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, id) => id);

it.each([1, 3, 50])('%i at once: what fails is named, the rest is done', async (atOnce) => {
  const seen: number[] = [];
  const work = failing(0, 3);
  const { done, failed } = await eachOnItsOwn(upTo(10), { ...rules, atOnce }, (id) => {
    seen.push(id);
    return work(id);
  });
  expect(seen.sort((a, b) => a - b)).toEqual(upTo(10));
  expect([done, [...failed].sort()]).toEqual([4, [0, 3]]);
  expect(alerts).toEqual([
    { id: 0, error: 'temporarily_unavailable' },
    { id: 3, error: 'temporarily_unavailable' },
  ]);
});

it('says of a foreign error its kind alone: a message may quote a row', async () => {
  const work = (): Promise<boolean> => Promise.reject(new TypeError('Jane Doe'));
  await eachOnItsOwn([7], rules, work);
  expect(alerts).toEqual([{ id: 7, error: 'TypeError' }]);
});

it('goes on past any number of bad ones while the parts are there', async () => {
  const probe = jest.fn(() => Promise.resolve());
  const { done, failed } = await eachOnItsOwn(
    upTo(101),
    { ...rules, probe },
    failing(...upTo(100)),
  );
  expect([done, failed.length, probe.mock.calls.length]).toEqual([1, 100, 5]);
});

it('ends with the error of a part that is away, and tries no more', async () => {
  const away = new Error('Temporal is away');
  const run = eachOnItsOwn(
    upTo(1_000),
    { ...rules, atOnce: 4, probe: () => Promise.reject(away) },
    failing(...upTo(1_000)),
  );
  await expect(run).rejects.toBe(away);
  expect(alerts.length).toBeLessThan(30);
});

it('shows a sign of life after each', async () => {
  const heartbeat = jest.fn();
  await eachOnItsOwn(upTo(5), { ...rules, heartbeat }, failing(2));
  expect(heartbeat).toHaveBeenCalledTimes(5);
});

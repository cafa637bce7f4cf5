import type { SessionId } from '../../../shared/domain/ids';
import { versionFor } from '../../../shared/records/rollout';

/** Fixed, so that a run is as good as the other. */
const sessions = Array.from(
  { length: 10_000 },
  (_, index): SessionId => `ses_${String(index).padStart(26, '0')}`,
);
const rollout = (percentage: number) => ({
  current_version: 2,
  stable_version: 1,
  rollout_percentage: percentage,
});
const newestOf = (percentage: number) =>
  new Set(sessions.filter((id) => versionFor(rollout(percentage), id) === 2));

it('the same session always falls the same way', () => {
  for (const percentage of [1, 37, 99]) {
    expect(newestOf(percentage)).toEqual(newestOf(percentage));
  }
});

it.each([0, 1, 10, 33, 50, 90, 100])(
  '%i %% of the sessions get the newest version',
  (percentage) => {
    const share = newestOf(percentage).size / sessions.length;
    // Five standard deviations of a fair draw.
    const p = percentage / 100;
    const bound = 5 * Math.sqrt((p * (1 - p)) / sessions.length);
    expect(Math.abs(share - p)).toBeLessThanOrEqual(bound);
  },
);

it('raising the percentage never moves a session back', () => {
  let before = newestOf(0);
  for (let percentage = 1; percentage <= 100; percentage += 1) {
    const now = newestOf(percentage);
    expect([...before].filter((id) => !now.has(id))).toEqual([]);
    before = now;
  }
});

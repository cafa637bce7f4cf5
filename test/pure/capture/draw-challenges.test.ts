import { livenessChallenges } from '../../../shared/checks/liveness-challenge';
import { drawChallenges } from '../../../services/api/capture/liveness-nonce';

// A thousand draws: that one of seven stays away from a place for all of them happens in 1e-67.
const draws = Array.from({ length: 1_000 }, drawChallenges);

it('three different ones each time', () => {
  for (const draw of draws) {
    expect(draw).toHaveLength(3);
    expect(new Set(draw).size).toBe(3);
  }
});

it.each([0, 1, 2])('every one of the seven may stand in place %i', (place) => {
  expect(new Set(draws.map((draw) => draw[place]))).toEqual(new Set(livenessChallenges));
});

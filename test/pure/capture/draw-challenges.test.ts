import { livenessChallenges } from '../../../shared/domain/checks/liveness-challenge';
import { colourMs, livenessHues } from '../../../shared/domain/checks/liveness-colours';
import { drawChallenges, drawColours } from '../../../services/api/capture/draw-liveness';

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

describe('the colours', () => {
  const rings = Array.from({ length: 500 }, drawColours);

  it('no colour follows itself, not even from the end to the beginning', () => {
    for (const ring of rings) {
      const named = ring.map(({ rgb }) => rgb.join());
      expect(named.filter((one, place) => one === named[(place + 1) % named.length])).toEqual([]);
    }
  });

  it('none is shown so shortly that a screen would flash more than three times a second', () => {
    for (const { ms } of rings.flat()) {
      expect(ms).toBeGreaterThanOrEqual(colourMs.least);
      expect(ms).toBeLessThanOrEqual(colourMs.most);
    }
    expect(colourMs.least).toBeGreaterThan(1_000 / 3);
  });

  it.each([0, 5, 11])('every one may stand in place %i', (place) => {
    expect(new Set(rings.map((ring) => ring[place]?.rgb.join()))).toEqual(
      new Set(livenessHues.map((hue) => hue.join())),
    );
  });
});

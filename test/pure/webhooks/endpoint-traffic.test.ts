import { createEndpointTraffic, type TryEnd } from '../../../activities/webhooks/endpoint-traffic';
import { newId, type WebhookEndpointId } from '../../../shared/domain/ids';

let nowMs = 0;
beforeEach(() => {
  nowMs = 1_000_000;
});
const clock = (): number => nowMs;
const places = 2;
const aRest = 10_000;
const [sick, healthy] = [newId('webhookEndpoint'), newId('webhookEndpoint')];

function set() {
  const traffic = createEndpointTraffic(places, clock);
  const begin = (id: WebhookEndpointId): ((end: TryEnd) => void) => {
    const place = traffic.take(id);
    if (place.kind === 'busy') throw new Error('no place');
    return place.release;
  };
  const fail = (times: number): void => {
    for (let time = 0; time < times; time += 1) begin(sick)('failed');
  };
  return { traffic, begin, fail };
}

describe("a slow endpoint's tries", () => {
  test('take its own places and no other', () => {
    const { traffic, begin } = set();
    begin(sick);
    begin(sick);
    expect(traffic.take(sick).kind).toBe('busy');
    expect(traffic.take(healthy).kind).toBe('free');
  });

  test('give them back', () => {
    const { begin } = set();
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [begin(sick), begin(sick)];
      one('taken');
      two('failed');
    }
  });

  test('that find no place come back one after the other, as fast as places become free', () => {
    const { traffic, begin } = set();
    const comeBack = (): number => {
      const place = traffic.take(sick);
      return place.kind === 'busy' ? place.comeBackInMs : 0;
    };
    for (let round = 0; round < 50; round += 1) {
      const release = begin(sick);
      nowMs += 4_000;
      release('taken');
    }
    begin(sick);
    begin(sick);
    const [first, second, third] = [comeBack(), comeBack(), comeBack()];
    // Held 4 s each, two places: one is free every 2 s.
    expect(Math.round(first / 100)).toBe(20);
    expect(Math.round(second / 100)).toBe(40);
    expect(Math.round(third / 100)).toBe(60);
    for (let more = 0; more < 1_000; more += 1) comeBack();
    expect(comeBack()).toBe(5 * 60_000);
  });

  test('that find every place taken for long stay away as long again', () => {
    const { traffic, begin } = set();
    begin(sick);
    begin(sick);
    let asked = 0;
    for (const silentUntilMs = nowMs + 30_000; nowMs < silentUntilMs; asked += 1) {
      const place = traffic.take(sick);
      nowMs += place.kind === 'busy' ? place.comeBackInMs : 0;
    }
    expect(asked).toBeLessThanOrEqual(8);
  });

  test('hold back its new deliveries while all places are taken, and say when one is free', () => {
    const { traffic, begin } = set();
    let told = 0;
    traffic.onRoom(() => (told += 1));
    const release = begin(sick);
    expect(traffic.rooms()).toEqual([{ endpointId: sick, places: 1, isResting: false }]);
    begin(sick);
    expect(traffic.rooms()).toEqual([{ endpointId: sick, places: 0, isResting: false }]);
    nowMs += 30_000;
    release('taken');
    expect(traffic.rooms()).toEqual([{ endpointId: sick, places: 1, isResting: false }]);
    expect(told).toBe(1);
  });
});

describe('an endpoint that answers quickly', () => {
  test('has four times the places, until it falls silent or fails', () => {
    const { traffic, begin, fail } = set();
    const places4 = { endpointId: sick, places: 4 * places, isResting: false };
    for (let times = 0; times < 5; times += 1) {
      const release = begin(sick);
      nowMs += 20;
      release('taken');
    }
    expect(traffic.rooms()).toEqual([places4]);
    begin(sick);
    nowMs += 900;
    expect(traffic.rooms()).toEqual([{ ...places4, places: 4 * places - 1 }]);
    nowMs += 200;
    expect(traffic.rooms()).toEqual([{ ...places4, places: places - 1 }]);
    begin(healthy)('taken');
    fail(1);
    expect(traffic.rooms().find(({ endpointId }) => endpointId === sick)?.places).toBe(places - 1);
  });
});

describe('an endpoint that takes nothing', () => {
  test('is held back after eight failures in a row, and no sooner', () => {
    const { traffic, begin, fail } = set();
    fail(7);
    begin(sick)('taken');
    fail(7);
    expect(traffic.rooms()).toEqual([]);
    expect(traffic.nextRestEndMs()).toBeNull();
    fail(1);
    expect(traffic.rooms()).toEqual([{ endpointId: sick, places, isResting: true }]);
    expect(traffic.nextRestEndMs()).toBeGreaterThan(nowMs);
  });

  test('is asked again by one delivery a rest, and never rests long', () => {
    const { traffic, fail } = set();
    fail(8);
    for (let rests = 0; rests < 10; rests += 1) {
      nowMs += aRest;
      expect(traffic.rooms()).toEqual([{ endpointId: sick, places: 1, isResting: false }]);
      const release = traffic.enter(sick);
      expect(traffic.rooms()).toMatchObject([{ isResting: true }]);
      release('failed');
    }
  });

  test.each([
    ['it takes one', 'taken'],
    ['nothing is sent to it any more: it was disabled', 'none'],
  ] as const)('has all of its deliveries started as soon as %s', (_when, end) => {
    const { traffic, begin, fail } = set();
    let told = 0;
    traffic.onRoom(() => (told += 1));
    fail(8);
    begin(sick)(end);
    expect(told).toBe(1);
    expect(traffic.rooms().filter(({ isResting }) => isResting)).toEqual([]);
    expect(traffic.nextRestEndMs()).toBeNull();
  });
});

import fc from 'fast-check';
import { createReconnection } from '../../../../services/console/capture/page/reconnection';

function counted() {
  let asked = 0;
  const reconnection = createReconnection(() => {
    asked += 1;
  });
  return { ...reconnection, asked: () => asked };
}

it('asks again when the device is connected behind the trouble', () => {
  const { shows, connected, asked } = counted();
  shows(true);
  expect(asked()).toBe(0);
  connected();
  expect(asked()).toBe(1);
});

it('asks again when the device was connected before the trouble is shown', () => {
  const { shows, connected, asked } = counted();
  connected();
  expect(asked()).toBe(0);
  shows(true);
  expect(asked()).toBe(1);
});

it('leaves alone whatever is no trouble of the network', () => {
  const { shows, connected, asked } = counted();
  shows(false);
  connected();
  expect(asked()).toBe(0);
});

it('asks at most once for each connection, however often the question fails', () => {
  const happening = fc.oneof(fc.constant('connected' as const), fc.boolean());
  fc.assert(
    fc.property(fc.array(happening), (happenings) => {
      const { shows, connected, asked } = counted();
      for (const one of happenings) {
        if (typeof one === 'boolean') shows(one);
        else connected();
      }
      expect(asked()).toBeLessThanOrEqual(happenings.filter((one) => one === 'connected').length);
      // A trouble that stays is asked about at once when the device is connected next.
      shows(true);
      const before = asked();
      connected();
      expect(asked()).toBe(before + 1);
    }),
  );
});

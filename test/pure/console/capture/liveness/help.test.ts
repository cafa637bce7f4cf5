import { helpAfter, slowLooksAfter } from '../../../../../services/console/capture/liveness/help';

it('help comes after 8 seconds, other ways on after 20', () => {
  const at = [0, 7_999, 8_000, 19_999, 20_000].map(helpAfter);
  expect(at).toEqual(['none', 'none', 'how', 'how', 'stuck']);
});

it('a judge is given up after three slow looks in a row, not after a slow one now and then', () => {
  expect([1_200, 1_300].reduce<number | null>((slow, ms) => slowLooksAfter(slow ?? 0, ms), 0)).toBe(
    2,
  );
  expect(slowLooksAfter(2, 1_001)).toBeNull();
  expect(slowLooksAfter(2, 1_000)).toBe(0);
});

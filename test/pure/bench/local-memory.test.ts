import { parseRollup, totalMb } from '../../tools/bench/cost/local-memory';

it('reads what a process holds alone and what it shares, and nothing twice', () => {
  const text = [
    '00400000-7ffc ---p 00000000 00:00 0    [rollup]',
    'Rss:              409600 kB',
    'Pss:              204800 kB',
    'Pss_Dirty:        102400 kB',
    'Shared_Clean:     102400 kB',
    'Shared_Dirty:       1024 kB',
    'Private_Clean:     51200 kB',
    'Private_Dirty:    254976 kB',
    'Private_Hugetlb:       0 kB',
  ].join('\n');
  expect(parseRollup(text)).toEqual({ privateMb: 299, sharedMb: 101 });
  expect(parseRollup('')).toEqual({ privateMb: 0, sharedMb: 0 });
});

it('counts shared pages once', () => {
  expect(totalMb({ apiMb: 60, workerMb: 120, launcherMb: 30, sharedMb: 50 })).toBe(260);
});

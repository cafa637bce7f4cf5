import { createSaying } from '../../../../services/console/capture/page/saying';

/** What was said, and when, in a time of the test's own. */
function listener() {
  const said: [ms: number, text: string][] = [];
  let ms = 0;
  let timers: { at: number; work: () => void }[] = [];
  const say = createSaying(
    (text) => said.push([ms, text]),
    () => ms,
    (wait, work) => timers.push({ at: ms + wait, work }),
  );
  const until = (end: number): void => {
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((one) => one !== next);
      ms = next.at;
      next.work();
    }
    ms = end;
  };
  return { said, say, until };
}

it('says one sentence every two seconds, of hints the newest, and none twice in a row', () => {
  const { said, say, until } = listener();
  say('come closer', 'hint');
  until(500);
  say('hold still', 'hint');
  say('too dark', 'hint');
  until(2_500);
  say('too dark', 'hint');
  until(9_000);
  expect(said).toEqual([
    [0, 'come closer'],
    [2_000, 'too dark'],
  ]);
});

it('loses no news to a hint nor to other news', () => {
  const { said, say, until } = listener();
  say('hold still', 'hint');
  until(100);
  say('four minutes left');
  say('too dark', 'hint');
  say('more time added');
  until(9_000);
  expect(said).toEqual([
    [0, 'hold still'],
    [2_000, 'four minutes left'],
    [4_000, 'more time added'],
    [6_000, 'too dark'],
  ]);
});

it('says news again that were said before something else', () => {
  const { said, say, until } = listener();
  say('copied');
  until(3_000);
  say('connected');
  until(6_000);
  say('copied');
  until(9_000);
  expect(said.map(([, text]) => text)).toEqual(['copied', 'connected', 'copied']);
});

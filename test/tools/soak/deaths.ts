/** Something that dies when so many sessions are through, at moments that the seed chose. */
export interface Deaths {
  /** Called after each session; runs the deaths that are due, one after the other. */
  sessionDone(done: number): void;
  count(): number;
  /** Resolves when the last one that began is over. */
  over(): Promise<void>;
}

export function planDeaths(
  times: number,
  sessions: number,
  random: () => number,
  die: () => Promise<void>,
): Deaths {
  const moments = Array.from({ length: times }, () => 1 + Math.floor(random() * (sessions - 1)));
  moments.sort((a, b) => a - b);
  let happened = 0;
  let running = Promise.resolve();
  return {
    sessionDone(done) {
      while ((moments[happened] ?? Infinity) <= done) {
        happened += 1;
        running = running.then(die);
      }
    },
    count: () => happened,
    over: () => running,
  };
}

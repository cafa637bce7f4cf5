/** Does all of it, so many at once: none waits at a pool, which would give up on it. */
export async function sideBySide<T>(
  lanes: number,
  work: readonly T[],
  run: (one: T) => Promise<void>,
): Promise<void> {
  const left = [...work];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

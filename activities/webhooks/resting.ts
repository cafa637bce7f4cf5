/** Ids left out for a while: what fails by itself is not to stand first in every page. */
export interface Resting<Id extends string> {
  add(id: Id): void;
  ids(): readonly Id[];
}

export function createResting<Id extends string>(
  restMs: number,
  nowMs: () => number = Date.now,
): Resting<Id> {
  const until = new Map<Id, number>();
  return {
    add(id) {
      until.set(id, nowMs() + restMs);
    },
    ids() {
      for (const [id, endMs] of until) if (endMs <= nowMs()) until.delete(id);
      return [...until.keys()];
    },
  };
}

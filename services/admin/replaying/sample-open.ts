/** A run that a new build would have to go on with. */
export interface OpenRun {
  readonly type: string;
  readonly workflowId: string;
  readonly runId: string;
}

export interface SampleSize {
  /** Of each type: begun by the build of now, mostly. */
  readonly newest: number;
  /** Of each type: begun by whatever build is still under way somewhere. */
  readonly oldest: number;
}

export interface SampledType {
  readonly type: string;
  readonly open: number;
  /** Newest first. */
  readonly runs: readonly OpenRun[];
}

/**
 * Of each type the runs that began last and those that began first. All are gone through, since Temporal lists them
 * newest first and in no other order; what is kept of them is the sample.
 */
export async function sampleOpen(
  newestFirst: AsyncIterable<OpenRun>,
  size: SampleSize,
): Promise<readonly SampledType[]> {
  const types = new Map<string, { open: number; newest: OpenRun[]; oldest: OpenRun[] }>();
  for await (const run of newestFirst) {
    const kept = types.get(run.type) ?? { open: 0, newest: [], oldest: [] };
    types.set(run.type, kept);
    kept.open += 1;
    if (kept.newest.length < size.newest) kept.newest.push(run);
    else {
      kept.oldest.push(run);
      if (kept.oldest.length > size.oldest) kept.oldest.shift();
    }
  }
  return [...types]
    .map(([type, { open, newest, oldest }]) => ({ type, open, runs: [...newest, ...oldest] }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

import type { CheckName } from '../../../shared/domain/checks/outcome';
import type { RecordedSession } from '../workflows/dry-run/recorded-session';
import {
  notRecorded,
  walkRecorded,
  type Outcome,
  type RecordedEnd,
} from '../workflows/dry-run/walk-recorded';
import type { NewLayer } from './rerun-decision';

export interface Previewed {
  readonly before: RecordedEnd;
  readonly after: RecordedEnd;
  /** The checks whose status or reasons would be others. */
  readonly changed: readonly {
    readonly check: CheckName;
    readonly before: Outcome;
    readonly after: Outcome;
  }[];
}

/**
 * Decides a recorded attempt with these layers on top and these fields corrected, and without them. Pure, and by the walk that the workflow goes: saving comes to the same.
 */
export function previewRecorded(
  session: RecordedSession,
  layers: readonly NewLayer[],
  fields: Readonly<Record<string, unknown>> = {},
): Previewed {
  const { graph, outcomes, gates, known, screening } = session;
  const laid = new Map(outcomes);
  for (const { check, status, reasons } of layers) {
    const under = laid.get(check);
    if (under !== undefined) laid.set(check, { ...under, status, reasons });
  }
  const missing = ({ check }: { readonly check: CheckName }): Outcome => ({
    check,
    ...notRecorded,
  });
  const besides = { gates, screening, missing };
  const corrected = { ...known, extracted: { ...known.extracted, ...fields } };
  return {
    before: walkRecorded(graph, { ...besides, outcomes, known }),
    after: walkRecorded(graph, {
      ...besides,
      outcomes: laid,
      known: Object.keys(fields).length === 0 ? known : corrected,
    }),
    changed: layers.flatMap(({ check }) => {
      const [before, after] = [outcomes.get(check), laid.get(check)];
      return before === undefined || after === undefined || isSame(before, after)
        ? []
        : [{ check, before, after }];
    }),
  };
}

function isSame(one: Outcome, two: Outcome): boolean {
  return one.status === two.status && one.reasons.join() === two.reasons.join();
}

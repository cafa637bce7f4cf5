import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import { signalOfReason, unjudgedSignals } from './signal-of-reason';
import type { Finding } from './finding';

/** What the attempt's other checks found: forensics of the document, and who was seen before. */
export function judgeReasons(outcomes: readonly CheckOutcome[]): Finding {
  const triggered = new Map(
    outcomes.flatMap(({ check, reasons }) =>
      reasons.flatMap((reason) => {
        const signal = signalOfReason(reason);
        return signal === null ? [] : [[signal, { check }] as const];
      }),
    ),
  );
  return {
    triggered,
    notEvaluated: unjudgedSignals(outcomes).filter((signal) => !triggered.has(signal)),
  };
}

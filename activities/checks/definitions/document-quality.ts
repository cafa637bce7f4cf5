import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

/** `document_quality`: the worse side speaks for the document. */
export const judgeDocumentQuality: Judge = async ({ deps, input, signal }) => {
  const outcomes: CheckOutcome[] = [];
  for (const side of [await input.picture('id_front'), await input.picture('id_back')]) {
    if (side !== null) outcomes.push(await deps.engines.judgeQuality(side, signal));
  }
  const [worst] = outcomes.sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  return { outcome: worst ?? skipped('document_quality', 'input_missing') };
};

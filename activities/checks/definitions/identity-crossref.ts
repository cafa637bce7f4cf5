import { identityCrossrefConfigSchema } from '../../../shared/domain/checks/check-config';
import { readStatedData } from '../../../shared/applicant/stated-fields';
import { compareFields } from '../../../shared/domain/checks/rules/compare-fields';
import { judgeCrossref } from '../../../shared/domain/checks/rules/judge-crossref';
import { extractedFields } from '../run/extracted-fields';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

/** `identity_crossref`: what the integrator knew and what the person typed, each against the document. */
export const judgeIdentityCrossref: Judge = async (context, config) => {
  const { fields, name_threshold, name_unclear_from } = identityCrossrefConfigSchema.parse(config);
  const read = await extractedFields(context);
  if (read === null) return { outcome: skipped('identity_crossref', 'document_unreadable') };
  const { known, typed } = readStatedData(context.deps.keyring, context.input.session);
  const comparisons = [...compareFields(known, read), ...compareFields(typed, read)].filter(
    ({ field }) => fields.includes(field),
  );
  const thresholds = { same: name_threshold, unclear: name_unclear_from };
  return { outcome: judgeCrossref(comparisons, thresholds), evidence: { comparisons } };
};

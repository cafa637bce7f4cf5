import { ageConfigSchema } from '../../../shared/domain/checks/check-config';
import { judgeAge } from '../../../shared/domain/checks/rules/age';
import { extractedFields } from '../run/extracted-fields';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

/** `age`: the age itself is personal and stays with the sealed evidence. */
export const judgeAgeCheck: Judge = async (context, config) => {
  const fields = await extractedFields(context);
  if (fields === null) return { outcome: skipped('age', 'document_unreadable') };
  const { outcome, age } = judgeAge(fields, ageConfigSchema.parse(config), context.input.today);
  return { outcome, evidence: { age } };
};

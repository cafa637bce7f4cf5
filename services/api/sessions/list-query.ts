import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { countrySchema } from '../http/country';
import { momentOfQuery } from '../http/moment';
import { pageQuery } from '../http/pagination';

const anyStatus = sessionStatuses.join('|');

/** Repeatable or comma-separated: `status=pending&status=expired` or `status=pending,expired`. */
const statuses = z
  .union([z.string(), z.array(z.string())])
  .transform((given) =>
    (typeof given === 'string' ? [given] : given)
      .flatMap((part) => part.split(','))
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .pipe(z.array(z.enum(sessionStatuses)).min(1))
  .meta({ type: 'string', pattern: `^(${anyStatus})(,(${anyStatus}))*$` });

export const listQuery = z.object({
  ...pageQuery,
  status: statuses.optional(),
  q: z.string().min(1).max(255).optional(),
  external_ref: z.string().min(1).optional(),
  workflow_id: z.string().min(1).optional(),
  country: countrySchema.optional(),
  tag: z.string().min(1).optional(),
  result: z.enum(['approved', 'rejected', 'needs_review']).optional(),
  created_after: momentOfQuery.optional(),
  created_before: momentOfQuery.optional(),
});
export type ListQuery = z.output<typeof listQuery>;

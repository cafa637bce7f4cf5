import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { anyOf } from '../http/any-of';
import { countrySchema } from '../http/country';
import { momentOfQuery } from '../http/moment';
import { pageQuery } from '../http/pagination';

export const listQuery = z.object({
  ...pageQuery,
  status: anyOf(sessionStatuses).optional(),
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

import * as z from 'zod/mini';
import { pageSearch, searchText } from '../../address/page-search';

export const identityStatuses = ['unverified', 'approved', 'rejected'] as const;

export const identitiesSearch = z.extend(pageSearch, {
  q: searchText,
  tag: searchText,
  status: z.catch(z.optional(z.enum(identityStatuses)), undefined),
  archived: z.catch(z.optional(z.literal('yes')), undefined),
});

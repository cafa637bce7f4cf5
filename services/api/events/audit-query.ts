import { z } from 'zod';
import { pageQuery } from '../http/pagination';
import { resourceTypes } from './resource-type';

const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((text) => new Date(text));

export const auditQuery = z.object({
  limit: pageQuery.limit,
  /** Empty, or not sent: from the newest on. */
  after: pageQuery.after.default(''),
  resource_type: z.enum(resourceTypes).optional(),
  resource_id: z.string().min(1).max(64).optional(),
  action: z.string().min(1).max(100).optional(),
  /** An id (`key_…`, `usr_…`), or a kind of those that may have none (`system`). */
  actor: z.string().min(1).max(100).optional(),
  since: moment.optional(),
  until: moment.optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;

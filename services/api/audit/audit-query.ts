import { z } from 'zod';
import { momentOfQuery } from '../http/moment';
import { pageQuery } from '../http/pagination';
import { resourceTypes } from './resource-type';

export const auditQuery = z.object({
  limit: pageQuery.limit,
  /** Without `offset` by cursor: the log is long, and is counted only for whoever asks. */
  after: pageQuery.after,
  offset: pageQuery.offset.def.innerType.optional(),
  resource_type: z.enum(resourceTypes).optional(),
  resource_id: z.string().min(1).max(64).optional(),
  action: z.string().min(1).max(100).optional(),
  /** An id (`key_…`, `usr_…`), or a kind of those that may have none (`system`). */
  actor: z.string().min(1).max(100).optional(),
  since: momentOfQuery.optional(),
  until: momentOfQuery.optional(),
  created_after: momentOfQuery.optional(),
  created_before: momentOfQuery.optional(),
  /** The beginning of an action, or the id of an actor, a resource or a request. */
  q: z.string().min(1).max(255).optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;

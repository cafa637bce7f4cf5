import { z } from 'zod';
import { pageQuery } from '../http/pagination';
import { resourceTypes } from './resource-type';

const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((text) => new Date(text));

/** Where a page ended: `<at ms>.<id>`, opaque to the caller. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

const cursorForm = /^(\d{1,15})\.(aud_[0-9a-z]{26})$/;

/** `after=` alone begins at the newest, as no `after` does. */
const cursor = z.string().transform((text, context): Cursor | 'newest' => {
  if (text === '') return 'newest';
  const [, ms, id] = cursorForm.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  if (ms === undefined || id === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'is not a cursor of this list',
      params: { code: 'invalid_cursor' },
    });
    return z.NEVER;
  }
  return { at: new Date(Number(ms)), id };
});

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${String(at.getTime())}.${id}`).toString('base64url');
}

export const auditQuery = z.object({
  limit: pageQuery.limit,
  after: cursor.default('newest'),
  resource_type: z.enum(resourceTypes).optional(),
  resource_id: z.string().min(1).max(64).optional(),
  action: z.string().min(1).max(100).optional(),
  /** An id (`key_…`, `usr_…`), or a kind of those that may have none (`system`). */
  actor: z.string().min(1).max(100).optional(),
  since: moment.optional(),
  until: moment.optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;

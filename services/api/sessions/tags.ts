import { z } from 'zod';
import { tagSchema, tagsSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import type { Call } from '../http/call';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { auditSession } from './audit-session';
import {
  findSession,
  lockSession,
  requireNotRedacted,
  sessionParams,
} from '../lifecycle/find-session';

const sessionTags = z
  .strictObject({ id: idOf('session'), tags: z.array(z.string()).readonly() })
  .meta({ id: 'SessionTags' });

const tagLimit = 50;
const oneTag = z.object({ tag: tagSchema });

export function addTag(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/tags/add',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: oneTag,
    summary: 'Add a tag to a session',
    answers: { 200: json(sessionTags) },
    example: { tag: 'vip' },
    handler: (call) =>
      changeTags(deps, call, (tags) => {
        const more = [...new Set([...tags, call.body.tag])];
        if (more.length > tagLimit) throw invalidField('tag', 'too_big', 'has 50 tags already');
        return more;
      }),
  });
}

export function removeTag(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/tags/remove',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: oneTag,
    summary: 'Remove a tag from a session',
    answers: { 200: json(sessionTags) },
    handler: (call) =>
      changeTags(deps, call, (tags) => tags.filter((tag) => tag !== call.body.tag)),
  });
}

export function replaceTags(deps: ApiDeps): Route {
  return route({
    method: 'PUT',
    path: '/api/v1/sessions/:id/tags',
    whose: 'named',
    scope: 'sessions:write',
    params: sessionParams,
    body: z.object({ tags: tagsSchema }),
    summary: "Replace a session's tags",
    answers: { 200: json(sessionTags) },
    handler: (call) => changeTags(deps, call, () => call.body.tags),
  });
}

/** Under the row's lock: two changes at once both count. */
async function changeTags(
  deps: ApiDeps,
  call: Call<{ id: string }, unknown, unknown>,
  change: (tags: readonly string[]) => string[],
) {
  const { caller, params, once } = call;
  await once(z.null(), async (trx) => {
    const row = await lockSession(trx, caller, params.id);
    requireNotRedacted(row);
    await trx
      .updateTable('sessions')
      .set({ tags: change(row.tags), updated_at: deps.clock() })
      .where('id', '=', row.id)
      .execute();
    await auditSession(trx, call, row, 'tags_changed', deps.clock());
    return null;
  });
  const { id, tags } = await findSession(deps.db, caller, params.id);
  return answer(200, { id, tags });
}

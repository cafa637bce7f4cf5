import { z } from 'zod';
import { tagSchema, tagsSchema } from '../../../shared/schemas/session-fields';
import type { ApiDeps } from '../deps';
import { answer, type Answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import type { Caller } from '../http/call';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { lockSession, requireNotRedacted, sessionParams } from './find-session';

const sessionTags = z
  .strictObject({ id: idOf('session'), tags: z.array(z.string()).readonly() })
  .meta({ id: 'SessionTags' });

const tagLimit = 50;
const oneTag = z.object({ tag: tagSchema });

export function addTag(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/tags/add',
    scope: 'sessions:write',
    params: sessionParams,
    body: oneTag,
    summary: 'Add a tag to a session',
    answers: { 200: json(sessionTags) },
    example: { tag: 'vip' },
    handler: ({ caller, params, body }) =>
      changeTags(deps, caller, params.id, (tags) => {
        const more = [...new Set([...tags, body.tag])];
        if (more.length > tagLimit) throw invalidField('tag', 'too_big', 'has 50 tags already');
        return more;
      }),
  });
}

export function removeTag(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/tags/remove',
    scope: 'sessions:write',
    params: sessionParams,
    body: oneTag,
    summary: 'Remove a tag from a session',
    answers: { 200: json(sessionTags) },
    handler: ({ caller, params, body }) =>
      changeTags(deps, caller, params.id, (tags) => tags.filter((tag) => tag !== body.tag)),
  });
}

export function replaceTags(deps: ApiDeps): Route {
  return route({
    method: 'PUT',
    path: '/api/v1/sessions/:id/tags',
    scope: 'sessions:write',
    params: sessionParams,
    body: z.object({ tags: tagsSchema }),
    summary: "Replace a session's tags",
    answers: { 200: json(sessionTags) },
    handler: ({ caller, params, body }) => changeTags(deps, caller, params.id, () => body.tags),
  });
}

/** Under the row's lock: two changes at once both count. */
async function changeTags(
  deps: ApiDeps,
  caller: Caller,
  id: string,
  change: (tags: readonly string[]) => string[],
): Promise<Answer> {
  const tags = await deps.db.transaction().execute(async (trx) => {
    const row = await lockSession(trx, caller, id);
    requireNotRedacted(row);
    const changed = change(row.tags);
    await trx
      .updateTable('sessions')
      .set({ tags: changed, updated_at: deps.clock() })
      .where('id', '=', row.id)
      .execute();
    return changed;
  });
  return answer(200, { id, tags });
}

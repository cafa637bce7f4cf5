import { z } from 'zod';
import { tagSchema, tagsSchema } from '../lifecycle/session-fields';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import type { Call } from '../http/call';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import type { AuditedCall } from '../http/whence';
import { changeIdentity } from './change-identity';
import { identityParams } from '../../../shared/identities/find-identity';

const identityTags = z
  .strictObject({ id: idOf('identity'), tags: z.array(z.string()).readonly() })
  .meta({ id: 'IdentityTags' });

const tagLimit = 50;
const oneTag = z.object({ tag: tagSchema });

export function addIdentityTag(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/identities/:id/tags/add',
    whose: 'named',
    scope: 'identities:write',
    params: identityParams,
    body: oneTag,
    summary: 'Add a tag to an identity',
    answers: { 200: json(identityTags) },
    handler: (call) =>
      changeTags(deps, call, call.params.id, (tags) => {
        const more = [...new Set([...tags, call.body.tag])];
        if (more.length > tagLimit) throw invalidField('tag', 'too_big', 'has 50 tags already');
        return more;
      }),
  });
}

export function removeIdentityTag(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/identities/:id/tags/remove',
    whose: 'named',
    scope: 'identities:write',
    params: identityParams,
    body: oneTag,
    summary: 'Remove a tag from an identity',
    answers: { 200: json(identityTags) },
    handler: (call) =>
      changeTags(deps, call, call.params.id, (tags) => tags.filter((tag) => tag !== call.body.tag)),
  });
}

export function replaceIdentityTags(deps: ApiDeps): Route {
  return route({
    method: 'PUT',
    path: '/api/v1/identities/:id/tags',
    whose: 'named',
    scope: 'identities:write',
    params: identityParams,
    body: z.object({ tags: tagsSchema }),
    summary: "Replace an identity's tags",
    answers: { 200: json(identityTags) },
    handler: (call) => changeTags(deps, call, call.params.id, () => call.body.tags),
  });
}

async function changeTags(
  deps: ApiDeps,
  call: AuditedCall & Pick<Call<unknown, unknown, unknown>, 'caller' | 'once'>,
  id: string,
  change: (tags: readonly string[]) => string[],
) {
  const row = await changeIdentity(deps, call, id, 'updated', ({ tags }) => ({
    tags: change(tags),
  }));
  return answer(200, { id: row.id, tags: row.tags });
}

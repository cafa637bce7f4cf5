import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer, noContent } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json, nothing } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { whenceOf } from '../http/whence';
import {
  actorOnCase,
  caseActor,
  findReviewer,
  isSenior,
  reviewerField,
  unknownUser,
  userIdOf,
  type CaseActor,
} from './case-actor';
import { caseView, type CaseRow, caseObject } from './case-view';
import { changeCase } from './change-case';
import { readerOf } from './first-opinion';
import { findCase } from './find-case';
import { auditCase, hold, isRepeated, letGo, requireMayDecide, requireReach } from './hold-case';
import { nextFields, takeNext } from './take-next';
import { caseParams } from './read-routes';

const takenCase = z.object({ id: idOf('case').nullable() });
const claimBody = z.object(reviewerField);
const nextBody = z.object({ ...reviewerField, ...nextFields });
const assignBody = z.object({ ...reviewerField, assignee_id: userIdOf });

/** The most urgent case, and of those the one that has waited longest, that this one may decide; 204 when there is none. */
export function nextCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/next',
    whose: 'named',
    scope: 'cases:decide',
    body: nextBody,
    summary: 'Claim the case waiting longest',
    answers: { 200: json(caseObject), 204: nothing },
    handler: async (call) => {
      const actor = await caseActor(deps, call);
      const { reviewer_id: _reviewer, ...wish } = call.body;
      const at = deps.clock();
      const { id } = await call.once(takenCase, async (trx) => {
        const { caller } = call;
        const taken = await takeNext(trx, { caller, actor, wish }, at);
        if (taken === undefined) return { id: null };
        await auditCase(trx, taken, {
          what: 'claimed',
          actor,
          requestId: call.requestId,
          whence: whenceOf(call),
          at,
        });
        return { id: taken.id };
      });
      if (id === null) return noContent;
      const { row } = await findCase(deps.db, call.caller, id);
      return answer(200, caseView(row, at, await readerOf(deps, call.caller)));
    },
  });
}

/** Claiming again prolongs, and at once is no deed of its own; what cannot be decided by this one cannot be claimed either. */
export function claimCaseRoute(deps: ApiDeps): Route {
  return handledRoute(deps, {
    verb: 'claim',
    what: 'claimed',
    summary: 'Claim a case',
    handle: async (trx, locked, actor, at) => {
      requireReach(locked, actor, at);
      requireMayDecide(locked, actor);
      const held = await hold(trx, locked, actor.id, at);
      return (await isRepeated(trx, locked, actor, at)) ? null : held;
    },
  });
}

export function releaseCaseRoute(deps: ApiDeps): Route {
  return handledRoute(deps, {
    verb: 'release',
    what: 'released',
    summary: 'Release a claimed case',
    handle: async (trx, locked, actor, at) => {
      requireReach(locked, reaching(actor, locked), at);
      return letGo(trx, locked);
    },
  });
}

interface Handling {
  readonly verb: 'claim' | 'release';
  readonly what: 'claimed' | 'released';
  readonly summary: string;
  readonly handle: (
    trx: Transaction<Database>,
    locked: CaseRow,
    actor: CaseActor,
    at: Date,
  ) => Promise<CaseRow | null>;
}

/** Into one's own hands, or out of them. */
function handledRoute(deps: ApiDeps, { verb, what, summary, handle }: Handling): Route {
  return route({
    method: 'POST',
    path: `/api/v1/cases/:id/${verb}`,
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: claimBody,
    summary,
    answers: { 200: json(caseObject) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const row = await changeCase(deps, call, { actor, what }, (trx, locked, at) =>
        handle(trx, locked, actor, at),
      );
      return answer(200, caseView(row, deps.clock(), await readerOf(deps, call.caller)));
    },
  });
}

/** Gives the case into another's hands, for as long as a claim. */
export function assignCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/assign',
    whose: 'named',
    scope: 'cases:decide',
    requiresSenior: true,
    params: caseParams,
    body: assignBody,
    summary: 'Assign a case to a reviewer',
    answers: { 200: json(caseObject) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const user = await findReviewer(deps, call.caller, call.body.assignee_id);
      if (user === undefined) throw unknownUser('assignee_id');
      const deed = { actor, what: 'assigned', detail: { assignee: user.id } } as const;
      const row = await changeCase(deps, call, deed, async (trx, locked, at) => {
        requireReach(locked, reaching(actor, locked), at);
        const assertedBy = call.caller.kind === 'key' ? call.caller.keyId : null;
        requireMayDecide(locked, { kind: 'reviewer', ...user, assertedBy });
        return hold(trx, locked, user.id, at);
      });
      return answer(200, caseView(row, deps.clock(), await readerOf(deps, call.caller)));
    },
  });
}

/** A senior reaches into another's claim, to give it to somebody else. */
function reaching(actor: CaseActor, row: CaseRow): { readonly id: string } {
  return isSenior(actor) && row.assignee !== null ? { id: row.assignee } : actor;
}

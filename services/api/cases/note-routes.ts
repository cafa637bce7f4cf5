import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { actorOnCase, reviewerField } from './case-actor';
import { writeNote, noteObject } from './case-notes';
import { changeCase } from './change-case';
import { caseParams } from './read-routes';

const newNote = noteObject.omit({ created_at: true }).meta({ id: 'NewCaseNote' });

const noteBody = z.object({ ...reviewerField, text: z.string().min(1).max(4_000) });

/** Anybody who may act on cases may note something, at any time before the session is redacted. */
export function addNoteRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/notes',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: noteBody,
    summary: 'Add a note',
    answers: { 201: json(newNote) },
    example: { text: 'Asked the customer for the original.' },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const id = call.assignedId('audit');
      const { text } = call.body;
      const noted = await changeCase(
        deps,
        call,
        { id, actor, what: 'noted' },
        async (trx, row, at, session) => {
          await writeNote(trx, deps.keyring, { id, session, row, actor, text, at });
          return row;
        },
      );
      return answer(201, { id, case_id: noted.id, author: actor.id, text });
    },
  });
}

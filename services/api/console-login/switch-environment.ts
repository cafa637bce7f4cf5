import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { environment } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { asSignedIn } from './signed-in';

const chosen = z.strictObject({ environment }).meta({ id: 'ConsoleEnvironment' });

/** From the next call on, in all tabs of the browser. */
export function switchEnvironment(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/environment',
    body: z.object({ environment }),
    summary: 'Switch between live and sandbox',
    answers: { 200: json(chosen, { environment: 'sandbox' }) },
    handler: (call) =>
      asSignedIn(deps, call, ['full'], async (signIn) => {
        const { environment: wanted } = call.body;
        await deps.db
          .updateTable('console_sessions')
          .set({ current_environment: wanted })
          .where('id', '=', signIn.id)
          .execute();
        return answer(200, { environment: wanted });
      }),
  });
}

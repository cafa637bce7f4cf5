import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { organizationShown } from '../../../shared/organization/shown';
import type { ApiDeps } from '../deps';
import { takesCapture } from '../../../shared/domain/lifecycle/status-catalogue';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { captureState } from './capture-state-object';
import { captureStep } from './capture-step';
import { followedOf } from './followed';
import { liveStateOf, secondsUntil } from './live-state';
import type { OpenToken } from './open-token';

/** What is asked for, what is done, and how long is left; after submit the status only. */
export function readState(deps: ApiDeps) {
  return captureStep(deps, {
    method: 'GET',
    step: 'state',
    standings: ['live', 'handed_off', 'closed'],
    consent: 'not_asked',
    summary: "Get the capture's state: what is asked for, what is done, how long is left",
    answers: { 200: json(captureState) },
    handler: async ({ open }) => answer(200, await stateOf(deps, open)),
  });
}

/** What a link tells its page, by its standing. */
export async function stateOf(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'clock' | 'settings'>,
  open: OpenToken,
): Promise<z.input<typeof captureState>> {
  const { session } = open;
  const organization = await organizationShown(
    { db: deps.db, publicUrl: deps.settings.PUBLIC_URL },
    session,
  );
  const common = {
    session_id: session.id,
    status: session.status,
    organization,
    language: session.language,
  };
  if (open.standing === 'live') return { ...common, ...(await liveStateOf(deps, open)) };
  if (open.standing === 'handed_off' && takesCapture(session.status)) {
    return {
      ...common,
      handed_off: true,
      follow: await followedOf(deps, session),
      seconds_left: secondsUntil(session.deadline_at, deps.clock()),
    };
  }
  const outcome = organization.show_result ? await outcomeOf(deps.db, session) : undefined;
  return {
    ...common,
    redirect_url: session.redirect_url,
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** Undefined while nobody has decided, and where the decision is a reviewer's that is still to come. */
async function outcomeOf(
  db: Kysely<Database>,
  session: SessionRow,
): Promise<'approved' | 'rejected' | undefined> {
  if (session.status !== 'completed') return undefined;
  const result = await db
    .selectFrom('results')
    .select('status')
    .where('session_id', '=', session.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return result === undefined || result.status === 'needs_review' ? undefined : result.status;
}

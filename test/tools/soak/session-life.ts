import { z } from 'zod';
import { call, type AnswerBody } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import type { RunningService } from '../../processes/running-service';

/** How a sandbox session goes on after create and a second link; each fires other events. */
const lives = [
  ['approve'],
  ['decline'],
  ['expire'],
  ['require-review', 'approve'],
  ['require-review', 'reject'],
] as const;
/** A reviewed session has six events, another three; two of three are reviewed: five on the average. */
const reviewedShare = 2 / 3;

const idField = z.object({ id: z.string() });
const caseField = z.object({ case_id: z.string() });
/** Workers are being killed: a session may wait for a new one, and for Temporal to notice. */
const answerWithinMs = 180_000;

/** Where a simulated outcome leaves its session. */
const statusAfter = {
  approve: 'completed',
  decline: 'completed',
  expire: 'expired',
  'require-review': 'under_review',
} as const;
const refusalBody = z.object({ error: z.literal('invalid_state'), status: z.string() });

/**
 * One session through the public API, as an integrator drives it: same key again after "come again".
 *
 * @returns whether an answer was lost: a worker that died in its first workflow task had committed the
 *   outcome, and its repeat found the session moved already. The outcome stands, and so do its events.
 */
export async function liveOneSession(service: RunningService, choice: number): Promise<boolean> {
  const life = chosenLife(choice);
  const { id } = idField.parse(await post(service, 'sessions', {}));
  await post(service, `sessions/${id}/generate-one-time-link`, {});
  const [outcome, decision] = life;
  const simulated = await post(service, `sessions/${id}/simulate`, { action: outcome }, (body) => {
    const refusal = refusalBody.safeParse(body);
    return refusal.success && refusal.data.status === statusAfter[outcome];
  });
  const isLost = 'error' in simulated;
  if (decision === undefined) return isLost;
  const { apiUrl, sandboxKey: key } = service;
  const session = await call('GET', `${apiUrl}/api/v1/sessions/${id}`, { key });
  const { case_id: caseId } = caseField.parse(session.body);
  const reason = decision === 'reject' ? { reason_code: 'suspected_fraud' } : {};
  await post(service, `cases/${caseId}/${decision}`, reason);
  return isLost;
}

function chosenLife(choice: number): (typeof lives)[number] {
  const reviewed = choice < reviewedShare;
  const among = lives.filter((life) => life.length === (reviewed ? 2 : 1));
  const within = reviewed ? choice / reviewedShare : (choice - reviewedShare) / (1 - reviewedShare);
  return among[Math.floor(within * among.length)] ?? lives[0];
}

async function post(
  { apiUrl, sandboxKey: key }: RunningService,
  path: string,
  json: unknown,
  isForgiven: (body: AnswerBody) => boolean = () => false,
): Promise<AnswerBody> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  return eventually(
    path,
    async () => {
      const answer = await call('POST', `${apiUrl}/api/v1/${path}`, { key, json, headers });
      // A worker that dies in the middle makes the API say "come again".
      const isInProgress = answer.body['error'] === 'idempotency_in_progress';
      if (answer.status === 503 || isInProgress) return undefined;
      if (answer.status >= 300 && !isForgiven(answer.body))
        throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    answerWithinMs,
  );
}

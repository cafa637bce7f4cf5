import { z } from 'zod';
import { call, type AnswerBody } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import type { RunningService } from '../processes/running-service';

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

/** One session through the public API, as an integrator drives it: same key again after "come again". */
export async function liveOneSession(service: RunningService, choice: number): Promise<void> {
  const life = chosenLife(choice);
  const { id } = idField.parse(await post(service, 'sessions', {}));
  await post(service, `sessions/${id}/generate-one-time-link`, {});
  const [outcome, decision] = life;
  await post(service, `sessions/${id}/simulate`, { action: outcome });
  if (decision === undefined) return;
  const { apiUrl, sandboxKey: key } = service;
  const session = await call('GET', `${apiUrl}/api/v1/sessions/${id}`, { key });
  const { case_id: caseId } = caseField.parse(session.body);
  const reason = decision === 'reject' ? { reason_code: 'suspected_fraud' } : {};
  await post(service, `cases/${caseId}/${decision}`, reason);
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
): Promise<AnswerBody> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  return eventually(
    path,
    async () => {
      const answer = await call('POST', `${apiUrl}/api/v1/${path}`, { key, json, headers });
      // A worker that dies in the middle makes the API say "come again"; nothing else is forgiven.
      const isInProgress = answer.body['error'] === 'idempotency_in_progress';
      if (answer.status === 503 || isInProgress) return undefined;
      if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    answerWithinMs,
  );
}

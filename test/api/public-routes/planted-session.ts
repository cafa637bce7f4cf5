import { linkAt, type CaptureLink } from '../capture/capture-link';
import { call, text, type Answer, type AnswerBody } from '../../processes/api-caller';
import type { RunningApi } from '../running-api';

/** What stands in every planted session, and must stand in no answer to somebody who may not ask. */
const planted = ['planted-ref', 'planted-note', 'Plantedname', 'planted.example'] as const;

/** A session with something personal wherever its integrator can put it. */
export async function plantedSession(
  api: RunningApi,
  key = api.sandboxKey,
  more: Readonly<Record<string, unknown>> = {},
): Promise<CaptureLink> {
  const json = {
    external_ref: 'planted-ref',
    metadata: { note: 'planted-note' },
    fields: { first_name: 'Plantedname' },
    redirect_url: 'https://planted.example/done',
    workflow_id: api.documentAndSelfieOf(key),
    ...more,
  };
  const { body } = await call('POST', `${api.url}/api/v1/sessions`, { key, json });
  return linkAt(text(body, 'id'), text(body, 'capture_url'));
}

/** An id of anything, a stack frame, a path on the server, a question to the database. */
const telling =
  /\b(ses|org|lnk|doc|key|idn|case)_[0-9a-z]{20,}|\n\s+at |node_modules|select .* from/i;

/** A refusal as its reader sees it, with nothing in it that tells of a session. */
export function leakingNothing({ status, headers, body }: Answer): AnswerBody {
  const whole = JSON.stringify([status, [...headers], body]);
  for (const word of planted) expect(whole).not.toContain(word);
  expect(whole).not.toMatch(telling);
  return { ...body, request_id: null };
}

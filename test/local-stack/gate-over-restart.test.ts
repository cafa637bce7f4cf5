import { call, text, type Answer } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { capture, complete, decidedSession } from '../whole-way/capture-by-curl';
import { madeUpPictures, type MadeUpPictures } from '../whole-way/made-up-pictures';
import { setLocalStackStage, type LocalStackStage } from './local-stack-stage';

/** Long enough to die and come back in; it runs out while nothing runs. */
const timeoutSeconds = 8;

let stage: LocalStackStage;
let pictures: MadeUpPictures;
beforeAll(async () => {
  [stage, pictures] = await Promise.all([setLocalStackStage(), madeUpPictures()]);
});
afterAll(() => stage.clear());

/** As in the high-risk example, but the bank is asked first of all. */
function gateFirst(timeout: number): unknown {
  const route = { passed: 'approved', failed: 'rejected', skipped: 'review' };
  const terminal = (id: string, decision: string) => ({ id, type: 'terminal', decision });
  return {
    nodes: [
      { id: 'start', type: 'start', next: 'bank' },
      {
        id: 'bank',
        type: 'wait',
        next: 'document_ocr',
        on_fail: 'rejected',
        on_timeout: 'review',
        timeout,
      },
      { id: 'document_ocr', type: 'policy', check: 'document_ocr', routes: route },
      terminal('approved', 'approved'),
      terminal('rejected', 'rejected'),
      terminal('review', 'needs_review'),
    ],
    data_requirements: { document_types: ['passport'], selfie: true },
  };
}

test('a gate stands over a restart of everything, takes each answer, and times out meanwhile', async () => {
  const first = stage.start();
  await first.ready();
  const { api_url: api, live_key: key } = await stage.facts();
  const post = (path: string, json: unknown): Promise<Answer> =>
    call('POST', `${api}/api/v1/${path}`, { key, json });
  const person = await pictures.person(3);
  const front = await pictures.passport(person, { jpegQuality: 85 });
  const selfie = await pictures.selfie(3);

  async function atGate(timeout: number): Promise<string> {
    const definition = gateFirst(timeout);
    const made = await post('workflows', { name: 'Gate', definition });
    expect(made.status).toBe(201);
    const workflow_id = text(made.body, 'id');
    const captured = await capture(api, key, { front, selfie, country: 'NL' }, { workflow_id });
    await complete(captured);
    await eventually('the gate', async () => {
      const { body } = await call('GET', `${api}/api/v1/sessions/${captured.sessionId}`, { key });
      return body['status'] === 'awaiting_external' ? true : undefined;
    });
    return captured.sessionId;
  }

  const patient = 3_600;
  const answered = [
    { id: await atGate(patient), decision: 'continue', result: 'approved' },
    { id: await atGate(patient), decision: 'fail', result: 'rejected' },
    { id: await atGate(patient), decision: 'reject', result: 'rejected' },
  ];
  const late = await atGate(timeoutSeconds);
  await first.stop('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, timeoutSeconds * 1_000));

  const second = stage.start();
  await second.ready();
  for (const { id, decision } of answered) {
    expect((await call('GET', `${api}/api/v1/sessions/${id}`, { key })).body).toMatchObject({
      status: 'awaiting_external',
    });
    const taken = await post(`sessions/${id}/external-decision`, { decision });
    expect(taken.status).toBe(202);
  }
  for (const { id, result } of answered) {
    expect((await decidedSession(api, key, id)).body).toMatchObject({ status: 'completed' });
    const { body } = await call('GET', `${api}/api/v1/sessions/${id}/result`, { key });
    expect(body).toMatchObject({ session_id: id, status: result });
  }
  await eventually('the timeout', async () => {
    const { body } = await call('GET', `${api}/api/v1/sessions/${late}`, { key });
    return body['status'] === 'under_review' ? true : undefined;
  });
  expect(await second.stop('SIGTERM')).toBe(0);
}, 300_000);

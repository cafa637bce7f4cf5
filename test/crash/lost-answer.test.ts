import { call, text, type Answer } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { startService, type RunningService } from '../processes/running-service';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** Above what the API gives a message before it says "come again". */
const answerWithinMs = 60_000;

test('a message that closed its session while nobody waited gets its answer when it is sent again', async () => {
  const { apiUrl, sandboxKey: key, db } = service;
  const created = await call('POST', `${apiUrl}/api/v1/sessions`, { key, json: {} });
  const id = text(created.body, 'id');
  const simulate = (idempotencyKey: string): Promise<Answer> =>
    call('POST', `${apiUrl}/api/v1/sessions/${id}/simulate`, {
      key,
      json: { action: 'approve' },
      headers: { 'Idempotency-Key': idempotencyKey },
    });

  await service.worker.kill('SIGKILL');
  expect((await simulate('the-first')).body).toMatchObject({ error: 'temporarily_unavailable' });
  service.startWorker();
  await eventually(
    'the session to close',
    async () => {
      const row = await db.selectFrom('sessions').select('status').executeTakeFirstOrThrow();
      return row.status === 'completed' ? true : undefined;
    },
    answerWithinMs,
  );

  const again = await simulate('the-first');
  expect(again.status).toBe(200);
  expect(again.body).toMatchObject({ id, status: 'completed', simulated: true });
  expect(await simulate('another')).toMatchObject({
    status: 409,
    body: { error: 'invalid_state' },
  });
}, 180_000);

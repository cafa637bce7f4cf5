import { call, text, type Answer } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { startService, type RunningService } from '../processes/running-service';
import { expireLeases } from './expire-leases';

/** Two API processes over one database; an integrator who sends the same request again and again. */
let service: RunningService;
let other: string;
beforeAll(async () => {
  service = await startService();
  other = await service.startAnotherApi();
});
afterAll(() => service.stop());

const copies = 200;

test('200 identical creates over two processes, one killed in between: one session, one answer', async () => {
  const { apiUrl, liveKey: key, db } = service;
  const request = {
    key,
    json: { external_ref: 'identical', metadata: { order: 7 } },
    headers: { 'Idempotency-Key': 'identical-creates' },
  };
  const ask = (url: string): Promise<Answer | null> =>
    call('POST', `${url}/api/v1/sessions`, request).catch(() => null);
  const all = Promise.all(
    Array.from({ length: copies }, (_, index) => ask(index % 2 === 0 ? apiUrl : other)),
  );
  await eventually('a first lease', async () => {
    const row = await db.selectFrom('idempotency').select('created_at').executeTakeFirst();
    return row === undefined ? undefined : true;
  });
  await service.api.kill('SIGKILL');
  const answers = (await all).filter((answer) => answer !== null);

  // Whoever held the lease may be the one that died; the other has answered all that it was asked.
  await expireLeases(db);
  const settled = await eventually('the answer', async () => {
    const answer = await ask(other);
    return answer?.status === 201 ? answer : undefined;
  });
  const id = text(settled.body, 'id');
  for (const answer of answers) {
    expect([201, 409]).toContain(answer.status);
    if (answer.status === 201) expect(answer.body).toEqual(settled.body);
    else expect(answer.body).toMatchObject({ error: 'idempotency_in_progress' });
  }
  const rows = await db.selectFrom('sessions').select('id').execute();
  expect(rows).toEqual([{ id }]);
}, 180_000);

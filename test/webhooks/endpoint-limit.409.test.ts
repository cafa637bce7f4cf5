import { setApiStage, type ApiStage } from './api-stage';

let stage: ApiStage;
beforeAll(async () => {
  stage = await setApiStage();
});
afterAll(() => stage.stop());

const create = (key = stage.first.liveKey) =>
  stage.call('POST', '/webhooks/endpoints', {
    key,
    body: { url: 'https://receiver.example/hook' },
  });

it('an environment has 50 endpoints at most, also when many are made at once', async () => {
  const first = await Promise.all(Array.from({ length: 48 }, () => create()));
  expect(first.every(({ status }) => status === 201)).toBe(true);
  const last = await Promise.all(Array.from({ length: 6 }, () => create()));
  expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  expect(last.find(({ status }) => status === 409)?.body).toMatchObject({
    error: 'endpoint_limit',
  });
  // The other environment has its own; what is deleted makes room.
  expect((await create(stage.first.sandboxKey)).status).toBe(201);
  const made = first[0]?.body as { readonly id: string };
  await stage.call('DELETE', `/webhooks/endpoints/${made.id}`);
  expect((await create()).status).toBe(201);
});

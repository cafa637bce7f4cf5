import { newId } from '../../shared/domain/ids';
import { endpointPublicKey } from '../../shared/webhooks/ed25519-key';
import { startApi, type RunningApi } from '../api/running-api';
import { call, text } from '../processes/api-caller';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

it('an endpoint chooses it, and anybody reads the key that verifies it, without an API key', async () => {
  const created = await api.ask('POST', '/api/v1/webhooks/endpoints', {
    json: { url: 'https://receiver.example.com/', ed25519_signature: true },
  });
  expect(created.body).toMatchObject({ ed25519_signature: true });
  const id = text(created.body, 'id');
  const { status, body } = await call('GET', `${api.url}/.well-known/webhook-keys/${id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ endpoint_id: id, algorithm: 'ed25519' });
  expect(body['public_key']).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
});

it('does not tell whether there is such an endpoint; what is no id is 404', async () => {
  const id = newId('webhookEndpoint');
  const { body } = await call('GET', `${api.url}/.well-known/webhook-keys/${id}`);
  expect(body['public_key']).toBe(endpointPublicKey(api.keyring, id));
  expect((await call('GET', `${api.url}/.well-known/webhook-keys/nobody`)).status).toBe(404);
});

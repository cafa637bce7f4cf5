import { createHmac } from 'node:crypto';
import { newId } from '../../../../shared/domain/ids';
import { firstOrganization } from '../../../api/console/signed-in';
import type { RunningApi } from '../../../api/running-api';
import { seedEndpoint } from '../../../webhooks/seed';
import { say } from '../console-words';
import { press, shows, type ConsoleScreen } from './console-screen';

const name = 'Shop, production';

/** An endpoint that took one event and refused another. */
async function deliveredTo(api: RunningApi) {
  const organizationId = await firstOrganization(api.db);
  const owner = { organizationId, workflowId: newId('workflow') };
  const url = 'https://receiver.example.com/hooks/verifa/production/eu-central-1';
  const { id } = await seedEndpoint(api.db, api.keyring, owner, { url });
  await api.db.updateTable('webhook_endpoints').set({ label: name }).where('id', '=', id).execute();
  const at = new Date();
  const common = { organization_id: organizationId, environment: 'live' as const };
  const deliveries = (['delivered', 'failed'] as const).map((status) => ({
    ...{ id: newId('webhookDelivery'), event: newId('event'), status },
  }));
  for (const { id: delivery, event, status } of deliveries) {
    const of = { ...common, session_id: null, created_at: at };
    const type = status === 'failed' ? 'session.resubmission-required' : 'session.approved';
    await api.db
      .insertInto('events')
      .values({ ...of, id: event, type, sequence: 1, data: '{}', is_test: false })
      .execute();
    await api.db
      .insertInto('webhook_deliveries')
      .values({
        ...of,
        id: delivery,
        event_id: event,
        endpoint_id: id,
        event_type: type,
        status,
        ...{ round: 1, started_round: 1, tries: 1, updated_at: at },
      })
      .execute();
    await api.db
      .insertInto('webhook_tries')
      .values({
        delivery_id: delivery,
        ...{ round: 1, try_number: 1, duration_ms: 41, at },
        status_code: status === 'failed' ? 503 : 200,
        error_code: status === 'failed' ? 'status_not_2xx' : null,
        answer: status === 'failed' ? '{"error":"the shop is closed until tomorrow"}' : '',
      })
      .execute();
  }
  return { endpoint: id, delivery: deliveries[1]?.id ?? '' };
}

const ofEndpoint = {
  role: 'admin',
  path: async (api: RunningApi) => `/webhooks/${(await deliveredTo(api)).endpoint}`,
  route: '/webhooks/$endpointId',
  title: { name: name },
} as const;

export const webhookScreens: readonly ConsoleScreen[] = [
  {
    name: 'webhooks',
    role: 'admin',
    path: async (api) => {
      await deliveredTo(api);
      return '/webhooks';
    },
    route: '/webhooks',
    title: 'nav.webhooks',
    reach: shows('webhooks.state.on'),
  },
  {
    name: 'webhooks-none',
    role: 'admin',
    environment: 'sandbox',
    path: '/webhooks',
    title: 'nav.webhooks',
    reach: shows('webhooks.none'),
  },
  {
    name: 'webhooks-create',
    role: 'admin',
    path: '/webhooks',
    title: 'nav.webhooks',
    async reach(reviewer) {
      await press('webhooks.create')(reviewer);
      await reviewer.page.getByText(say('webhooks.events.every')).click();
      await reviewer.page.getByText(say('webhooks.more')).click();
    },
  },
  {
    ...ofEndpoint,
    name: 'webhooks-endpoint',
    reach: ({ page }) => page.getByRole('row').filter({ hasText: '503' }).waitFor(),
  },
  { ...ofEndpoint, name: 'webhooks-replay', reach: press('webhooks.action.replay') },
  { ...ofEndpoint, name: 'webhooks-rotate', reach: press('webhooks.action.rotate') },
  {
    name: 'webhooks-delivery',
    role: 'admin',
    path: async (api) => {
      const { endpoint, delivery } = await deliveredTo(api);
      return `/webhooks/${endpoint}/deliveries/${delivery}`;
    },
    route: '/webhooks/$endpointId/deliveries/$deliveryId',
    title: { name: 'session.resubmission-required' },
    reach: shows('webhooks.request.text'),
  },
  {
    name: 'webhooks-signature',
    role: 'auditor',
    path: '/webhooks/signature',
    title: 'webhooks.signature',
    async reach({ page }) {
      const body = '{"event":"session.approved"}';
      const secret = 'whsec_c2VjcmV0IG9mIGEgcGljdHVyZSwgbm8gb25lIGVsc2U=';
      const made = createHmac('sha256', secret).update(`1796000000.${body}`).digest('hex');
      const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
      await field(say('webhooks.secret')).fill(secret);
      await field(say('webhooks.signature.headers')).fill(
        `X-Verifa-Signature: t=1796000000,v1=${made}`,
      );
      await field(say('webhooks.signature.body')).fill(body);
      await page.getByRole('button', { name: say('webhooks.signature.go') }).click();
      await page.getByText(say('webhooks.signature.holds')).waitFor();
    },
  },
];

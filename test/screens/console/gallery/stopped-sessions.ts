import type { RunningApi } from '../../../api/running-api';
import { isId } from '../../../../shared/domain/ids';
import { firstOrganization } from '../../../api/console/signed-in';

const ways = [
  { country: 'DE', device: 'phone', events: ['link_bound', 'consent', 'document_type_chosen'] },
  { country: 'DE', device: 'desktop', events: ['link_bound', 'consent'] },
  { country: 'MT', device: 'phone', events: ['link_bound'] },
  { country: 'MT', device: 'phone', events: [] },
] as const;

/** Sessions that stopped at different places, one of them for want of a camera. */
export async function stoppedSessions(api: RunningApi): Promise<void> {
  const organizationId = await firstOrganization(api.db);
  const common = { organization_id: organizationId, environment: 'live' as const };
  for (const { country, device, events } of ways) {
    const id = await api.create();
    if (!isId('session', id)) throw new Error('no session');
    await api.db.updateTable('sessions').set({ country }).where('id', '=', id).execute();
    const steps = [
      { step: 'selfie', after_ms: 1_000, outcome: 'shown', device_class: device, language: 'de' },
      { step: 'selfie', after_ms: 9_000, outcome: 'done', device_class: device, language: 'de' },
      { step: 'selfie', after_ms: 9_500, outcome: 'camera_denied', device_class: device },
    ];
    const lines = [
      ...events.map((event) => ({ event, detail: {} })),
      ...(country === 'DE' ? steps : []).map((detail) => ({
        event: 'signals.step' as const,
        detail,
      })),
    ];
    for (const { event, detail } of lines) {
      await api.db
        .insertInto('timeline')
        .values({
          ...common,
          session_id: id,
          sequence: null,
          kind: 'step',
          event,
          from_status: null,
          to_status: null,
          attempt: 1,
          actor_kind: 'system',
          actor_id: null,
          detail: JSON.stringify(detail),
          content_hash: null,
          at: new Date(),
        })
        .execute();
    }
  }
}

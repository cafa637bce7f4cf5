import type { ItemOf } from '../../../../client/src/route-types';
import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';
import { everyOne } from '../../terms/every-one';
import type { Translate } from '../../texts';

export type Delivery = ItemOf<'GET /api/v1/webhooks/endpoints/{id}/deliveries'>;
export type Try = Delivery['tries'][number];

export const deliveryStatuses = everyOne<Delivery['status']>()([
  'pending',
  'delivered',
  'failed',
  'held',
]);
const tones: Readonly<Record<Delivery['status'], Tone>> = {
  pending: 'info',
  delivered: 'good',
  failed: 'bad',
  held: 'warn',
};

export function DeliveryState({ status }: Pick<Delivery, 'status'>) {
  const t = useText();
  return <Badge tone={tones[status]}>{t(`webhooks.delivery.${status}`)}</Badge>;
}

const knownErrors = [
  'interrupted',
  'timeout',
  'connection_refused',
  'connection_failed',
  'tls_failed',
  'redirect_refused',
  'url_invalid',
  'https_required',
  'credentials_in_url',
  'port_not_allowed',
  'address_not_public',
  'name_unresolved',
] as const;

/** The status that came back, or why none did. */
export function tryText(one: Try, t: Translate): string {
  const known = knownErrors.find((code) => code === one.error_code);
  if (known !== undefined) {
    const why = t(`webhooks.error.${known}`);
    return one.status_code === null ? why : `${String(one.status_code)} · ${why}`;
  }
  return one.status_code === null ? (one.error_code ?? '') : String(one.status_code);
}

import type { ItemOf } from '../../../../client/src/route-types';
import { Badge } from '../../parts/badge';
import { useText } from '../../parts/words';

export type Endpoint = ItemOf<'GET /api/v1/webhooks/endpoints'>;

/** Under which the answers about endpoints and deliveries are kept. */
export const webhookPaths = ['/api/v1/webhooks/endpoints', '/api/v1/webhooks/deliveries'] as const;

/** Its label, or where it is without one. */
export function nameOf({ label, url }: Pick<Endpoint, 'label' | 'url'>): string {
  return label === null || label === '' ? url : label;
}

/** Whether it is sent events; who stopped it: a person, or the service after failures. */
export function EndpointState({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useText();
  if (endpoint.enabled) return <Badge tone="good">{t('webhooks.state.on')}</Badge>;
  const isByUs = endpoint.disabled_reason !== null;
  return (
    <Badge tone={isByUs ? 'bad' : 'quiet'}>
      {t(isByUs ? 'webhooks.state.disabled' : 'webhooks.state.paused')}
    </Badge>
  );
}

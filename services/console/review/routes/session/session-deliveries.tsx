import { Link } from '@tanstack/react-router';
import type { ItemOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { Answered } from '../../parts/answered';
import { Badge, type Tone } from '../../parts/badge';
import { Section } from '../../parts/section';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';

type Delivery = ItemOf<'GET /api/v1/sessions/{id}/deliveries'>;

const tones: Readonly<Record<Delivery['status'], Tone>> = {
  pending: 'info',
  delivered: 'good',
  failed: 'bad',
  held: 'warn',
};

/** What webhooks said of it, to whom, and how that went. */
export function SessionDeliveries({ sessionId }: { readonly sessionId: string }) {
  const t = useText();
  const read = useRead('GET /api/v1/sessions/{id}/deliveries', {
    params: { id: sessionId },
    query: { limit: 100, after: '' },
  });
  return (
    <Section title={t('session.deliveries')}>
      <Answered read={read}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="soft">{t('session.deliveries.none')}</p>
          ) : (
            <ul className="entries">
              {data.map((delivery) => (
                <li key={delivery.id}>
                  <span className="row spread">
                    <Link
                      to="/webhooks/$endpointId/deliveries/$deliveryId"
                      params={{ endpointId: delivery.endpoint_id, deliveryId: delivery.id }}
                    >
                      <code>{delivery.event_type}</code>
                    </Link>
                    <Badge tone={tones[delivery.status]}>
                      {t(`session.delivery.${delivery.status}`)}
                    </Badge>
                  </span>
                  <span className="cell-sub">
                    <code>{delivery.endpoint_id}</code> · <Tries delivery={delivery} /> ·{' '}
                    <Time at={delivery.created_at} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}

function Tries({ delivery: { tries } }: { readonly delivery: Delivery }) {
  const t = useText();
  const last = tries.at(-1);
  const outcome = last?.status_code ?? last?.error_code;
  return (
    <>
      {t('session.delivery.tries', { count: tries.length })}
      {outcome === undefined || outcome === null ? null : ` (${String(outcome)})`}
    </>
  );
}

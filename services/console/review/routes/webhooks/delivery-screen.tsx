import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { CodeBlock } from '../../parts/code-block';
import { CopyId } from '../../parts/copy-id';
import { Page } from '../../parts/page';
import { Unanswered } from '../../parts/answered';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { DeliveryState } from './delivery-state';
import { DeliveryTries } from './delivery-tries';
import { RetryDelivery } from './retry-delivery';

const route = getRouteApi('/signed-in/webhooks/$endpointId/deliveries/$deliveryId');
const watchEveryMs = 2_000;

type Detail = AnswerOf<'GET /api/v1/webhooks/deliveries/{id}'>;

/** One event sent to one endpoint: what is sent, what came back, and each try. */
export function DeliveryScreen() {
  const t = useText();
  const { endpointId, deliveryId } = route.useParams();
  const mayWrite = useMay('webhooks:write');
  const [isWatching, setWatching] = useState(false);
  const read = useRead(
    'GET /api/v1/webhooks/deliveries/{id}',
    { params: { id: deliveryId } },
    isWatching ? { everyMs: watchEveryMs } : {},
  );
  const { data } = read;
  const isDue = data !== undefined && awaitsTry(data);
  if (isDue !== isWatching) setWatching(isDue);
  const back = {
    to: '/webhooks/$endpointId',
    params: { endpointId },
    text: t('webhooks.delivery.back'),
  } as const;
  if (data === undefined) {
    return (
      <Page title={t('webhooks.delivery')} back={back}>
        <Unanswered read={read} />
      </Page>
    );
  }
  return (
    <Page
      title={data.event_type}
      back={back}
      actions={
        mayWrite && data.status !== 'pending' ? (
          <RetryDelivery deliveryId={deliveryId} />
        ) : undefined
      }
    >
      <Facts delivery={data} />
      <h2>{t('webhooks.tries')}</h2>
      <DeliveryTries delivery={data} />
      <h2>{t('webhooks.request')}</h2>
      <p className="soft">{t('webhooks.request.text')}</p>
      <CodeBlock label={t('webhooks.request.head')} code={headOf(data.request)} />
      <CodeBlock
        label={t('webhooks.request.body')}
        code={indented(data.request.body)}
        copied={data.request.body}
      />
    </Page>
  );
}

/** Its round's first try takes moments; later ones wait longer than somebody looks at it. */
function awaitsTry({ status, round, tries }: Detail): boolean {
  return status === 'pending' && !tries.some((one) => one.round === round);
}

function Facts({ delivery }: { readonly delivery: Detail }) {
  const t = useText();
  return (
    <dl className="facts panel">
      <dt>{t('webhooks.state')}</dt>
      <dd>
        <DeliveryState status={delivery.status} />
      </dd>
      <dt>{t('webhooks.id')}</dt>
      <dd>
        <CopyId id={delivery.id} />
      </dd>
      <dt>{t('webhooks.event_id')}</dt>
      <dd>
        <CopyId id={delivery.event_id} />
      </dd>
      {delivery.session_id === null ? null : (
        <>
          <dt>{t('webhooks.session')}</dt>
          <dd>
            <Link to="/sessions/$sessionId" params={{ sessionId: delivery.session_id }}>
              <code>{delivery.session_id}</code>
            </Link>
          </dd>
        </>
      )}
      <dt>{t('webhooks.made')}</dt>
      <dd>
        <ExactTime at={delivery.created_at} />
      </dd>
    </dl>
  );
}

function headOf({ method, url, headers }: Detail['request']): string {
  const { pathname, search, host } = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...lines].join('\n');
}

/** For reading; what is signed and copied is the body as it is sent. */
function indented(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return JSON.stringify(value, null, 2);
  } catch {
    return body;
  }
}

import { getRouteApi } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { CopyId } from '../../parts/copy-id';
import { Page } from '../../parts/page';
import { Unanswered } from '../../parts/answered';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { Deliveries } from './deliveries';
import { EndpointActions } from './endpoint-actions';
import { EndpointState, nameOf, type Endpoint } from './endpoint-state';
import { eventsText } from './webhooks-screen';

const route = getRouteApi('/signed-in/webhooks/$endpointId');

/** One endpoint: how it stands, what can be done with it, and what was sent to it. */
export function EndpointScreen() {
  const t = useText();
  const { endpointId } = route.useParams();
  const mayWrite = useMay('webhooks:write');
  const read = useRead('GET /api/v1/webhooks/endpoints/{id}', {
    params: { id: endpointId },
  });
  const { data } = read;
  const back = { to: '/webhooks', text: t('nav.webhooks') } as const;
  if (data === undefined) {
    return (
      <Page title={t('webhooks.endpoint')} back={back}>
        <Unanswered read={read} />
      </Page>
    );
  }
  return (
    <Page
      title={nameOf(data)}
      back={back}
      lead={data.description ?? undefined}
      actions={mayWrite ? <EndpointActions endpoint={data} /> : undefined}
    >
      {data.enabled ? null : <Stopped endpoint={data} />}
      <Facts endpoint={data} />
      <h2>{t('webhooks.deliveries')}</h2>
      <Deliveries endpointId={endpointId} />
    </Page>
  );
}

const reasons = ['receiver_gone', 'failed_in_a_row'] as const;

function Stopped({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useText();
  const known = reasons.find((reason) => reason === endpoint.disabled_reason);
  return (
    <p className="notice" data-tone="warn">
      {t(known === undefined ? 'webhooks.paused.text' : `webhooks.disabled.${known}`)}{' '}
      {t('webhooks.held.text')}
    </p>
  );
}

function Facts({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useText();
  return (
    <dl className="facts panel">
      <dt>{t('webhooks.state')}</dt>
      <dd>
        <EndpointState endpoint={endpoint} />
      </dd>
      <dt>{t('webhooks.url')}</dt>
      <dd>
        <code className="breakable">{endpoint.url}</code>
      </dd>
      <dt>{t('webhooks.id')}</dt>
      <dd>
        <CopyId id={endpoint.id} />
      </dd>
      <dt>{t('webhooks.events')}</dt>
      <dd title={endpoint.enabled_events.join(', ')}>{eventsText(endpoint.enabled_events, t)}</dd>
      {endpoint.attribute_blocklist.length === 0 ? null : (
        <>
          <dt>{t('webhooks.blocklist')}</dt>
          <dd>
            <code>{endpoint.attribute_blocklist.join(', ')}</code>
          </dd>
        </>
      )}
      <dt>{t('webhooks.created')}</dt>
      <dd>
        <ExactTime at={endpoint.created_at} />
      </dd>
    </dl>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { Filters, SelectFilter } from '../../parts/filters';
import { LinkTabs } from '../../parts/link-tabs';
import { Page } from '../../parts/page';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { FunnelView } from './funnel-view';
import { lastDays } from './last-days';
import { ReviewView } from './review-view';

const route = getRouteApi('/signed-in/insights');
const ranges = ['7', '30', '90'] as const;
const dimensions = ['country', 'device', 'language', 'workflow'] as const;

/** How far people come, and how reviewing goes: counts, and nobody's session. */
export function InsightsScreen() {
  const t = useText();
  const { view = 'funnel', days = '30', by } = route.useSearch();
  const mayReview = useMay('cases:read');
  const range = lastDays(Number(days), new Date());
  return (
    <Page title={t('nav.insights')} lead={t('insights.lead')}>
      {mayReview ? (
        <LinkTabs
          name={t('insights.view')}
          current={view}
          tabs={(['funnel', 'review'] as const).map((key) => ({
            key,
            label: t(`insights.view.${key}`),
            link: { to: '/insights', search: { view: key === 'funnel' ? undefined : key, days } },
          }))}
        />
      ) : null}
      <Filters>
        <SelectFilter
          name="days"
          label={t('insights.range')}
          value={days === '30' ? undefined : days}
          any={t('insights.days', { count: 30 })}
          options={ranges
            .filter((value) => value !== '30')
            .map((value) => ({ value, label: t('insights.days', { count: Number(value) }) }))}
        />
        {view === 'funnel' ? (
          <SelectFilter
            name="by"
            label={t('insights.by')}
            value={by}
            any={t('insights.by.none')}
            options={dimensions.map((value) => ({ value, label: t(`insights.by.${value}`) }))}
          />
        ) : null}
      </Filters>
      {view === 'review' ? <ReviewView range={range} /> : <FunnelView range={range} by={by} />}
    </Page>
  );
}

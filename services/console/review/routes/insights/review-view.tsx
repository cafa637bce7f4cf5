import { useRead } from '../../api/use-read';
import { durationText, shareText } from '../../parts/duration';
import { Unanswered } from '../../parts/answered';
import { useWords } from '../../parts/words';
import type { DayRange } from './last-days';
import { OverrideRates } from './override-rates';
import { ReviewerTable } from './reviewer-table';
import { Tile } from './tile';

/** How long cases wait and take, and how often people see them otherwise than checks and each other. */
export function ReviewView({ range }: { readonly range: DayRange }) {
  const { t, language } = useWords();
  const read = useRead(
    'GET /api/v1/analytics/review',
    { query: { ...range } },
    { keepsPrevious: true },
  );
  const { data, error } = read;
  if (error !== null || data === undefined) return <Unanswered read={read} />;
  const time = (ms: number | null): string => (ms === null ? '–' : durationText(ms, language));
  const waits = (seconds: number | null): string => time(seconds === null ? null : seconds * 1_000);
  const number = new Intl.NumberFormat(language);
  const { queue, age_at_decision: age, handling, overturned } = data;
  return (
    <>
      {data.is_partial ? (
        <p className="notice">{t('insights.partial.cases', { count: data.decided })}</p>
      ) : null}
      <dl className="tiles">
        <Tile name={t('insights.waiting')} value={number.format(queue.waiting)}>
          {t('insights.waiting.age', {
            p50: waits(queue.age.p50_seconds),
            p95: waits(queue.age.p95_seconds),
          })}
        </Tile>
        <Tile name={t('insights.decided')} value={number.format(data.decided)}>
          {t('insights.decided.age', { p50: time(age.p50_ms), p95: time(age.p95_ms) })}
        </Tile>
        <Tile name={t('insights.handling')} value={time(handling.p50_ms)}>
          {t('insights.handling.p95', { p95: time(handling.p95_ms) })}
        </Tile>
        <Tile
          name={t('insights.overturned')}
          value={overturned.share === null ? '–' : shareText(overturned.share, 1, language)}
        >
          {t('insights.overturned.of', { count: overturned.of })}
        </Tile>
      </dl>
      <ReviewerTable reviewers={data.reviewers} />
      <OverrideRates overrides={data.overrides} />
    </>
  );
}

import { Badge, type Tone } from '../../parts/badge';
import { useText } from '../../parts/words';
import { signalText } from '../../terms/signals';
import type { RiskSum } from './review';
import { barsOf, scaleOf } from './waterfall';

const tones = {
  low: 'good',
  medium: 'warn',
  high: 'bad',
  critical: 'bad',
} as const satisfies Record<RiskSum['level'], Tone>;
const rowHeight = 10;

/** How the signals add up: a table, with a bar in each row that begins where the one above ended. */
export function RiskWaterfall({ risk }: { readonly risk: RiskSum }) {
  const t = useText();
  const bars = barsOf(risk.parts);
  const capAt = 100 / scaleOf(risk.parts);
  return (
    <section className="panel" aria-labelledby="case-risk">
      <h2 id="case-risk" className="row">
        {t('checks.risk')}
        <Badge tone={tones[risk.level]}>
          {t('checks.risk.sum', { score: risk.score, level: t(`checks.risk.${risk.level}`) })}
        </Badge>
      </h2>
      {risk.blocked_by === null ? null : (
        <p className="notice" data-tone="warn">
          {t('checks.risk.blocked', { signal: signalText(risk.blocked_by, t) })}
        </p>
      )}
      {risk.parts.length === 0 ? (
        <p className="soft">{t('checks.risk.none')}</p>
      ) : (
        <table className="waterfall">
          <caption className="unseen">{t('checks.risk.caption')}</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">{t('checks.risk.signal')}</th>
              <th scope="col">{t('checks.risk.counts')}</th>
              <th scope="col">{t('checks.risk.so_far')}</th>
            </tr>
          </thead>
          <tbody>
            {risk.parts.map((part, index) => {
              const bar = bars[index] ?? { from: 0, width: 0 };
              return (
                <tr key={part.signal}>
                  <th scope="row">
                    {signalText(part.signal, t)}
                    <span className="cell-sub">{part.text}</span>
                  </th>
                  <td className="waterfall-counts">
                    {part.action === 'ignore'
                      ? t('checks.risk.ignored')
                      : `+${String(part.counts)}`}
                  </td>
                  <td className="waterfall-bar">
                    <span className="unseen">{part.sum}</span>
                    <svg
                      viewBox={`0 0 100 ${String(rowHeight)}`}
                      preserveAspectRatio="none"
                      aria-hidden="true"
                    >
                      <rect className="waterfall-ground" width="100" height={rowHeight} />
                      <rect
                        className="waterfall-part"
                        data-action={part.action}
                        x={bar.from * 100}
                        width={bar.width * 100}
                        height={rowHeight}
                      />
                      <path
                        className="waterfall-cap"
                        d={`M${String(capAt * 100)} 0V${String(rowHeight)}`}
                      />
                    </svg>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {risk.is_capped ? <p className="soft">{t('checks.risk.capped')}</p> : null}
    </section>
  );
}

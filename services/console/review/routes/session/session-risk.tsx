import type { AnswerOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { Answered } from '../../parts/answered';
import { Badge, type Tone } from '../../parts/badge';
import { Section } from '../../parts/section';
import { useText } from '../../parts/words';
import { spoken } from './spoken';

type Risk = AnswerOf<'GET /api/v1/sessions/{id}/risk'>;

const tones: Readonly<Record<string, Tone>> = { low: 'good', medium: 'warn', high: 'bad' };

export function SessionRisk({ sessionId }: { readonly sessionId: string }) {
  const t = useText();
  const read = useRead('GET /api/v1/sessions/{id}/risk', { params: { id: sessionId } });
  return (
    <Section title={t('session.risk')}>
      <Answered read={read}>
        {(risk) =>
          risk.evaluated_at === null ? (
            <p className="soft">{t('session.risk.none')}</p>
          ) : (
            <Assessed risk={risk} />
          )
        }
      </Answered>
    </Section>
  );
}

/** The heaviest signal first: what the score is made of. */
function Assessed({ risk }: { readonly risk: Risk }) {
  const t = useText();
  const signals = risk.signals.toSorted((one, other) => other.weight - one.weight);
  return (
    <>
      <p className="row">
        <span className="figure">{risk.risk_score}</span>
        <Badge tone={tones[risk.risk_level] ?? 'bad'}>{spoken(risk.risk_level)}</Badge>
        {risk.blocked_by === null ? null : (
          <span>{t('session.risk.blocked_by', { signal: spoken(risk.blocked_by) })}</span>
        )}
      </p>
      {signals.length === 0 ? (
        <p className="soft">{t('session.risk.no_signals')}</p>
      ) : (
        <ul className="entries">
          {signals.map(({ signal, weight, category }) => (
            <li key={signal}>
              <span className="row spread">
                <span>{spoken(signal)}</span>
                <span className="soft">+{weight}</span>
              </span>
              <span className="cell-sub">{spoken(category)}</span>
            </li>
          ))}
        </ul>
      )}
      {risk.not_evaluated.length === 0 ? null : (
        <p className="soft">
          {t('session.risk.not_evaluated', { count: risk.not_evaluated.length })}
        </p>
      )}
    </>
  );
}

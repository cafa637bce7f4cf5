import { Badge } from '../../parts/badge';
import { CodeBlock } from '../../parts/code-block';
import { Empty } from '../../parts/empty';
import { ExactTime } from '../../parts/time';
import { useWords } from '../../parts/words';
import { tryText, type Delivery, type Try } from './delivery-state';

/** Each try with what came back, the newest first. */
export function DeliveryTries({ delivery }: { readonly delivery: Pick<Delivery, 'tries'> }) {
  const { t } = useWords();
  if (delivery.tries.length === 0) {
    return (
      <Empty title={t('webhooks.tries.none')}>
        <p>{t('webhooks.tries.none.text')}</p>
      </Empty>
    );
  }
  return (
    <ol className="tries">
      {delivery.tries.toReversed().map((one) => (
        <li key={`${String(one.round)}-${String(one.try)}`} className="panel">
          <OneTry one={one} />
        </li>
      ))}
    </ol>
  );
}

function OneTry({ one }: { readonly one: Try }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const name = t('webhooks.try', { number: one.try, round: one.round });
  return (
    <>
      <div className="row">
        <h3>{name}</h3>
        <Badge tone={one.error_code === null ? 'good' : 'bad'}>{tryText(one, t)}</Badge>
        <span className="soft">
          <ExactTime at={one.at} /> ·{' '}
          {t('webhooks.took', { duration: number.format(one.duration_ms) })}
        </span>
      </div>
      {one.answer_head === null ? null : (
        <CodeBlock label={`${name}: ${t('webhooks.answer.head')}`} code={headOf(one)} />
      )}
      {one.answer === null || one.answer === '' ? (
        <p className="soft">{t('webhooks.answer.none')}</p>
      ) : (
        <CodeBlock label={`${name}: ${t('webhooks.answer')}`} code={one.answer} />
      )}
    </>
  );
}

function headOf({ status_code: status, answer_head: head }: Try): string {
  return [`HTTP ${String(status ?? '')}`, ...(head ?? '').split('\n')].join('\n').trim();
}

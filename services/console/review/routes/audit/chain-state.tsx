import type { AnswerOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { ExactTime } from '../../parts/time';
import { useWords } from '../../parts/words';

type Chain = AnswerOf<'GET /api/v1/events/verify'>;

/** Whether the log is as it was written. A long one takes a minute: it is verified when somebody asks. */
export function ChainState() {
  const { t } = useWords();
  const { data, error, isFetching, refetch } = useRead(
    'GET /api/v1/events/verify',
    {},
    { enabled: false },
  );
  return (
    <section className="panel chain" aria-labelledby="chain-title">
      <div className="row spread">
        <div>
          <h2 id="chain-title">{t('audit.chain')}</h2>
          <p className="soft">{t('audit.chain.text')}</p>
        </div>
        <Button isPending={isFetching} onPress={() => void refetch()}>
          {t(data === undefined ? 'audit.chain.verify' : 'audit.chain.again')}
        </Button>
      </div>
      <div aria-live="polite">
        {error !== null ? <Problem cause={error} /> : null}
        {data === undefined || error !== null ? null : <Verified chain={data} />}
      </div>
    </section>
  );
}

function Verified({ chain }: { readonly chain: Chain }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const { broken_at: broken, checkpoint, head_at: headAt } = chain;
  return (
    <div className="stack">
      <p>
        <Badge tone={broken === undefined ? 'good' : 'bad'}>
          {t(broken === undefined ? 'audit.chain.holds' : 'audit.chain.broken')}
        </Badge>
      </p>
      {broken === undefined ? null : (
        <p className="notice" data-tone="warn">
          {t('audit.chain.broken.text', {
            position: textOf(broken['position']),
            reason: textOf(broken['reason']),
          })}
        </p>
      )}
      <dl className="facts">
        <dt>{t('audit.chain.verified')}</dt>
        <dd>{number.format(chain.verified_up_to)}</dd>
        <dt>{t('audit.chain.sealed')}</dt>
        <dd>{number.format(chain.sealed)}</dd>
        <dt>{t('audit.chain.unsealed')}</dt>
        <dd>{number.format(chain.unsealed)}</dd>
        {headAt === null ? null : (
          <>
            <dt>{t('audit.chain.head')}</dt>
            <dd>
              <ExactTime at={headAt} />
            </dd>
          </>
        )}
        {checkpoint === undefined ? null : (
          <>
            <dt>{t('audit.chain.checkpoint')}</dt>
            <dd>
              {number.format(checkpoint.position)} · <ExactTime at={checkpoint.at} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

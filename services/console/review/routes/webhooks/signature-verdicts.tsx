import { Badge } from '../../parts/badge';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import type { Translate } from '../../texts';
import type { Verdict } from './check-signature';
import type { FoundSignature } from './signatures-in';

export interface CheckedSignature {
  readonly found: FoundSignature;
  readonly verdict: Verdict;
}

/** Receivers refuse what is older, so that nobody sends an old request again (Standard Webhooks 1.0). */
const toleratedMs = 5 * 60_000;

/** What each signature came to, and what most likely went wrong. */
export function SignatureVerdicts({ checked }: { readonly checked: readonly CheckedSignature[] }) {
  const t = useText();
  const holds = checked.some(({ verdict }) => verdict.kind === 'holds');
  const at = checked.find(({ found }) => found.at !== null)?.found.at ?? null;
  return (
    <div className="stack">
      <p className="notice" data-tone={holds ? undefined : 'warn'}>
        {t(holds ? 'webhooks.signature.holds' : 'webhooks.signature.differs')}
      </p>
      <ul className="stack">
        {checked.map(({ found, verdict }, index) => (
          <li key={index} className="panel">
            <div className="row">
              <code>
                {found.header} {found.scheme}
              </code>
              <Badge tone={toneOf(verdict.kind)}>{t(`webhooks.verdict.${verdict.kind}`)}</Badge>
            </div>
            <p>{sayOf(verdict, t)}</p>
          </li>
        ))}
      </ul>
      {at === null ? (
        <p>{t('webhooks.signature.no_time')}</p>
      ) : (
        <p>
          {t('webhooks.signature.signed_at')} <ExactTime at={new Date(at * 1_000).toISOString()} />.{' '}
          {Date.now() - at * 1_000 > toleratedMs ? t('webhooks.signature.old') : ''}
        </p>
      )}
    </div>
  );
}

type Kind = CheckedSignature['verdict']['kind'];

function toneOf(kind: Kind): 'good' | 'bad' | 'quiet' {
  if (kind === 'holds') return 'good';
  return kind === 'by_key_pair' ? 'quiet' : 'bad';
}

function sayOf(verdict: CheckedSignature['verdict'], t: Translate): string {
  return verdict.kind === 'holds'
    ? t(`webhooks.verdict.body.${verdict.body}`)
    : t(`webhooks.verdict.${verdict.kind}.text`);
}

import { useService } from '../../api/context';
import { Badge } from '../../parts/badge';
import { ExactTime } from '../../parts/time';
import { useWords } from '../../parts/words';
import { CompareSession } from './compare-session';
import type { Duplicate } from './review';

interface DuplicatesProps {
  readonly sessionId: string;
  readonly duplicates: readonly Duplicate[];
}

/** Other sessions of what may be the same person, each a link to it, and its pictures beside these. */
export function Duplicates({ sessionId, duplicates }: DuplicatesProps) {
  const { t, language } = useWords();
  const { base } = useService();
  if (duplicates.length === 0) return null;
  const list = new Intl.ListFormat(language);
  return (
    <section className="panel" aria-labelledby="case-duplicates">
      <h2 id="case-duplicates">{t('checks.duplicates')}</h2>
      <ul className="stack">
        {duplicates.map(({ session_id: id, kinds, status, result, created_at: at }) => (
          <li key={id} className="duplicate">
            {/* In a tab of its own: the case stays open, and its lease is kept. */}
            <a href={`${base}/console/sessions/${id}`} target="_blank" rel="noreferrer">
              {t('checks.duplicates.session', { id: id.slice(-6) })}
            </a>
            <span>
              {t('checks.duplicates.same', {
                kinds: list.format(kinds.map((kind) => t(`checks.duplicates.${kind}`))),
              })}
            </span>
            <Badge tone={result === 'rejected' ? 'bad' : 'quiet'}>
              {result === null ? status : t(`checks.decision.${result}`)}
            </Badge>
            <span className="soft">
              <ExactTime at={at} />
            </span>
            <CompareSession sessionId={sessionId} otherId={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useState } from 'react';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { useWords } from '../../parts/words';
import { useMe } from '../../session/me';
import { OverrideForm } from './override-form';
import type { Hit, ReadField } from './review';

interface HitsProps {
  readonly caseId: string;
  readonly hits: readonly Hit[];
  readonly fields: readonly ReadField[];
  readonly isReadOnly: boolean;
}

/** Listed people beside the person of the document. Whoever is somebody else is dismissed, all of them at once. */
export function Hits({ caseId, hits, fields, isReadOnly }: HitsProps) {
  const { t, language } = useWords();
  const { user } = useMe();
  const [isDismissing, setDismissing] = useState(false);
  if (hits.length === 0) return null;
  const read = (name: ReadField['field']): string =>
    fields.find(({ field }) => field === name)?.value ?? t('fields.nothing');
  const share = new Intl.NumberFormat(language, { style: 'percent' });
  const open = hits.filter(({ is_hit: isHit, dismissed }) => isHit && dismissed === null);
  const isSenior = user.role === 'senior' || user.role === 'admin';
  return (
    <section className="panel" aria-labelledby="case-hits">
      <h2 id="case-hits">{t('checks.hits')}</h2>
      <ul className="stack">
        {hits.map((hit) => (
          <li key={`${hit.source}/${hit.entry_id}`} className="hit">
            <table className="compared">
              <caption>
                {t(`checks.hits.source.${hit.source}`)} <code>{hit.entry_id}</code>{' '}
                <Badge tone={hit.is_hit ? 'bad' : 'quiet'}>
                  {t(hit.is_hit ? 'checks.hits.hit' : 'checks.hits.near', {
                    share: share.format(hit.similarity),
                  })}
                </Badge>
              </caption>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('checks.hits.document')}</th>
                  <th scope="col">{t('checks.hits.listed')}</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t('fields.name.name')}</th>
                  <td>
                    {read('first_name')} {read('last_name')}
                  </td>
                  <td>
                    {hit.matched_name}
                    {hit.is_alias ? <span className="cell-sub">{hit.name}</span> : null}
                  </td>
                </tr>
                <tr data-differs={hit.birth === 'contradicts' || undefined}>
                  <th scope="row">{t('fields.name.date_of_birth')}</th>
                  <td>{read('date_of_birth')}</td>
                  <td>
                    {birthText(hit) || t('fields.nothing')}
                    <span className="cell-sub">{t(`checks.hits.birth.${hit.birth}`)}</span>
                  </td>
                </tr>
                <tr>
                  <th scope="row">{t('checks.hits.countries')}</th>
                  <td>{read('nationality')}</td>
                  <td>{hit.countries.join(', ') || t('fields.nothing')}</td>
                </tr>
                <tr>
                  <th scope="row">{t('checks.hits.programs')}</th>
                  <td />
                  <td>{hit.programs.join(', ') || t('fields.nothing')}</td>
                </tr>
              </tbody>
            </table>
            {hit.dismissed === null ? null : (
              <p className="soft">
                {hit.dismissed.reason === null
                  ? t('checks.hits.dismissed.hidden')
                  : t('checks.hits.dismissed', { reason: hit.dismissed.reason })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {isSenior && !isReadOnly && open.length > 0 && !isDismissing ? (
        <Button onPress={() => setDismissing(true)}>
          {t('checks.hits.dismiss', { count: open.length })}
        </Button>
      ) : null}
      {isDismissing ? (
        <OverrideForm
          caseId={caseId}
          check="watchlist_screening"
          passed
          dismissed={hits.filter(({ is_hit: isHit }) => isHit)}
          isReadOnly={isReadOnly}
          onClose={() => setDismissing(false)}
        />
      ) : null}
    </section>
  );
}

function birthText({ births }: Hit): string {
  return births.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)).join(', ');
}

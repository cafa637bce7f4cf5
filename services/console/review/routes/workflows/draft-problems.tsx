import { Refusal } from '../../api/problem';
import { Problem } from '../../parts/problem';
import { useText } from '../../parts/words';
import type { Judgement } from './judged-draft';

/** What stands against a draft, each with the place that it is about; and what is allowed, and rarely meant. */
export function DraftProblems({ judged }: { readonly judged: Judgement }) {
  const t = useText();
  switch (judged.kind) {
    case 'waiting':
      return <p className="soft">{t('workflows.edit.waiting')}</p>;
    case 'not_json':
      return (
        <p className="problem">
          {judged.message === null
            ? t('workflows.edit.no_object')
            : t('workflows.edit.not_json', { message: judged.message })}
        </p>
      );
    case 'refused':
      return <Refused problem={judged.problem} />;
    case 'valid':
      return (
        <>
          <p>{t('workflows.edit.valid')}</p>
          {judged.valid.warnings.length === 0 ? null : (
            <ul>
              {judged.valid.warnings.map(({ node, code, message }) => (
                <li key={`${node ?? ''} ${code} ${message}`}>
                  {node === null ? null : <code>{node}</code>} {message}
                </li>
              ))}
            </ul>
          )}
        </>
      );
  }
}

function Refused({ problem }: { readonly problem: unknown }) {
  const t = useText();
  if (!(problem instanceof Refusal) || problem.fields.length === 0) {
    return <Problem cause={problem} />;
  }
  return (
    <div className="problem">
      <p>{t('workflows.edit.refused', { count: problem.fields.length })}</p>
      <ul>
        {problem.fields.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

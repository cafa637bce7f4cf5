import type { AskablePiece } from '../../../../../shared/domain/capture/asked-pieces';
import { useState } from 'react';
import { Button } from '../../parts/button';
import { useWords } from '../../parts/words';
import { useMe } from '../../session/me';
import { everyOne } from '../../terms/every-one';
import { fieldText } from '../../terms/field-text';
import { DecisionBadge, Verdict } from './outcome';
import { OverrideForm } from './override-form';
import type { JudgedCheck } from './review';

interface CheckRowProps {
  readonly caseId: string;
  readonly judged: JudgedCheck;
  readonly isReadOnly: boolean;
}

/** One check: what it says and why, by which engine, and what would change it. */
export function CheckRow({ caseId, judged, isReadOnly }: CheckRowProps) {
  const { t } = useWords();
  const { user } = useMe();
  const [isOverriding, setOverriding] = useState(false);
  const { check, status, reviewed, reasons, engine_status: engineStatus } = judged;
  const isSenior = user.role === 'senior' || user.role === 'admin';
  const name = t(`checks.name.${check}`);
  const passes = status !== 'passed';
  return (
    <li className="check" data-status={status}>
      <div className="check-head">
        <h3>{name}</h3>
        <Score judged={judged} />
        <Verdict status={status} />
      </div>
      {reviewed === null ? null : (
        <p className="soft">
          {t(`checks.reviewed.${reviewed.kind}`, { status: t(`checks.status.${engineStatus}`) })}
        </p>
      )}
      {reasons.length === 0 ? null : (
        <ul className="check-reasons">
          {reasons.map(({ code, text }) => (
            <li key={code} title={code}>
              {text}
            </li>
          ))}
        </ul>
      )}
      <Otherwise judged={judged} />
      <p className="check-foot">
        <span className="soft">
          {judged.engine} {judged.engine_version}
        </span>
        {isSenior && !isReadOnly && !isOverriding ? (
          <Button
            kind="quiet"
            isSmall
            aria-label={t(passes ? 'checks.override.pass.named' : 'checks.override.fail.named', {
              check: name,
            })}
            onPress={() => setOverriding(true)}
          >
            {t(passes ? 'checks.override.pass' : 'checks.override.fail')}
          </Button>
        ) : null}
      </p>
      {isOverriding ? (
        <OverrideForm
          caseId={caseId}
          check={check}
          passed={passes}
          isReadOnly={isReadOnly}
          onClose={() => setOverriding(false)}
        />
      ) : null}
    </li>
  );
}

/** The score on its scale, with the mark that it had to reach. */
function Score({ judged: { score, threshold } }: Pick<CheckRowProps, 'judged'>) {
  const { t, language } = useWords();
  if (score === null) return null;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const text =
    threshold === null
      ? t('checks.score', { score: format.format(score) })
      : t(`checks.score.${threshold.passes}`, {
          score: format.format(score),
          threshold: format.format(threshold.score),
        });
  return (
    <span className="check-score">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="waterfall-ground" width="100" height="8" />
        <rect
          className="check-score-bar"
          width={100 * Math.min(Math.max(score, 0), 1)}
          height="8"
        />
        {threshold === null ? null : (
          <path className="waterfall-cap" d={`M${String(100 * threshold.score)} 0V8`} />
        )}
      </svg>
      {text}
    </span>
  );
}

/** Where the case would go with the other verdict, and by what that could come about. */
function Otherwise({ judged: { otherwise, remedies } }: Pick<CheckRowProps, 'judged'>) {
  const { t, language } = useWords();
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  const { fields, pieces } = remedies;
  if (otherwise === null && fields.length + pieces.length === 0) return null;
  return (
    <div className="check-otherwise">
      {otherwise === null ? null : (
        <p className="row">
          {t(`checks.otherwise.${otherwise.status}`)}
          <DecisionBadge decision={otherwise.decision} />
        </p>
      )}
      {fields.length === 0 ? null : (
        <p className="soft">
          {t('checks.remedy.fields', {
            fields: list.format(fields.map((one) => fieldText(one, t))),
          })}
        </p>
      )}
      {pieces.length === 0 ? null : (
        <p className="soft">
          {t('checks.remedy.pieces', {
            pieces: list.format(pieces.map((one) => pieceText(one, t))),
          })}
        </p>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useWords>['t'];
const pieces = everyOne<AskablePiece>()([
  'id_front',
  'id_back',
  'selfie',
  'liveness',
  'proof_of_address',
  'document_type',
  'user_info',
]);

function pieceText(piece: string, t: Translate): string {
  const known = pieces.find((one) => one === piece);
  return known === undefined ? piece : t(`checks.piece.${known}`);
}

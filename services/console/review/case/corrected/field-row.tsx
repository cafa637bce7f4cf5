import { Badge, type Tone } from '../../parts/badge';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import type { ReadField, Stated } from '../judged/review';
import { choicesOf, isDate } from './correction';
import { fieldText } from '../../terms/field-text';

const tones: Readonly<Record<ReadField['confidence'], Tone>> = {
  high: 'good',
  medium: 'warn',
  low: 'bad',
};

interface FieldRowProps {
  readonly read: ReadField;
  /** What was said of it before anything was read. */
  readonly stated: readonly Stated[];
  /** As it is being corrected; undefined: nobody corrects. */
  readonly typed: string | undefined;
  readonly isEditing: boolean;
  readonly onType: (value: string) => void;
}

/** One field: what was read and whence, how sure that is, and what the person typed. */
export function FieldRow({ read, stated, typed, isEditing, onType }: FieldRowProps) {
  const t = useText();
  const { field, value, source, print, confidence, is_repaired: isRepaired } = read;
  const now = typed ?? value ?? '';
  const isChanged = typed !== undefined && typed.trim() !== (value ?? '');
  return (
    <tr data-changed={isChanged || undefined}>
      <th scope="row">{fieldText(field, t)}</th>
      <td>
        {isEditing ? (
          <FieldInput read={read} value={now} onType={onType} />
        ) : (
          <span className="field-value">{value ?? t('fields.nothing')}</span>
        )}
        {isChanged ? (
          <p className="diff">
            <del>{value ?? t('fields.nothing')}</del> <ins>{now.trim() || t('fields.nothing')}</ins>
          </p>
        ) : null}
        {stated.map((one) => (
          <p key={one.by} className="cell-sub" data-differs={isApart(one) || undefined}>
            {t(isApart(one) ? `fields.differs.${one.by}` : `fields.same.${one.by}`, {
              value: one.stated,
            })}
          </p>
        ))}
      </td>
      <td>
        {t(`fields.source.${source}`)}
        {print === null ? null : <span className="cell-sub">{t(`fields.print.${print}`)}</span>}
        {isRepaired ? <span className="cell-sub">{t('fields.repaired')}</span> : null}
      </td>
      <td>
        <Badge tone={tones[confidence]}>{t(`fields.confidence.${confidence}`)}</Badge>
      </td>
    </tr>
  );
}

function FieldInput({
  read: { field },
  value,
  onType,
}: Pick<FieldRowProps, 'read' | 'onType'> & { readonly value: string }) {
  const t = useText();
  const label = fieldText(field, t);
  const choices = choicesOf(field);
  if (choices === null) {
    return (
      <TextField
        label={label}
        name={`fields.${field}`}
        maxLength={200}
        value={value}
        onChange={onType}
        {...(isDate(field) ? { placeholder: t('fields.date_form') } : {})}
      />
    );
  }
  const known = choices.includes(value) ? choices : [value, ...choices];
  return (
    <SelectField
      label={label}
      name={`fields.${field}`}
      value={value}
      options={known.map((choice) => ({ value: choice, label: choice.replaceAll('_', ' ') }))}
      onChange={onType}
    />
  );
}

/** Values that cannot be measured against each other are not said to differ. */
function isApart({ score }: Stated): boolean {
  return score !== null && score < 1;
}

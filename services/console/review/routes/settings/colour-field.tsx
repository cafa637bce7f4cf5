import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';

interface ColourFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  /** What counts without one. */
  readonly standard: string;
  readonly onChange: (value: string) => void;
}

/** A colour as it is written, and the browser's own picker for it. */
export function ColourField({ label, name, value, standard, onChange }: ColourFieldProps) {
  const t = useText();
  return (
    <div className="colour-field">
      <TextField
        isCode
        label={label}
        hint={t('settings.brand_color.hint', { standard })}
        name={name}
        value={value}
        onChange={onChange}
        placeholder={standard}
      />
      <input
        type="color"
        aria-label={t('settings.brand_color.pick')}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : standard}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

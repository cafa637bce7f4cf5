import { useId, type ReactNode } from 'react';
import { Button } from '../../parts/button';
import { Form } from '../../parts/form';
import { useText } from '../../parts/words';

interface SettingsGroupProps {
  readonly title: string;
  readonly text?: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (form: FormData) => void;
  readonly children: ReactNode;
}

/** One form of the settings with a button of its own. */
export function SettingsGroup({
  title,
  text,
  problem,
  isPending,
  onSubmit,
  children,
}: SettingsGroupProps) {
  const t = useText();
  const id = useId();
  return (
    <section className="panel settings-group" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {text === undefined ? null : <p className="soft">{text}</p>}
      </div>
      <Form problem={problem} onSubmit={onSubmit}>
        {children}
        <div className="row">
          <Button
            type="submit"
            kind="main"
            isPending={isPending}
            aria-label={`${t('settings.save')}: ${title}`}
          >
            {t('settings.save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

import { Button } from './button';
import { useToast } from './toast';
import { useText } from './words';

interface CodeBlockProps {
  /** What it is, for whoever cannot see what it stands below. */
  readonly label: string;
  readonly code: string;
  /** What is copied, where it is shown in another form. */
  readonly copied?: string;
}

/** Text of machines, word for word; long ones scroll within. */
export function CodeBlock({ label, code, copied = code }: CodeBlockProps) {
  const t = useText();
  const toast = useToast();
  const copy = (): void => {
    void navigator.clipboard.writeText(copied).then(
      () => toast(t('copy.done')),
      () => toast(t('copy.refused'), 'bad'),
    );
  };
  return (
    <div className="code-block">
      {/* Whoever has no mouse scrolls it too. */}
      <pre role="region" aria-label={label} tabIndex={0}>
        <code>{code}</code>
      </pre>
      <Button isSmall kind="quiet" onPress={copy} aria-label={t('copy.name', { id: label })}>
        {t('secret.copy')}
      </Button>
    </div>
  );
}

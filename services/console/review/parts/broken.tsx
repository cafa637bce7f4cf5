import { Button } from './button';
import { useText } from './words';

interface BrokenProps {
  readonly cause: unknown;
  readonly onRetry: () => void;
}

/** A screen that broke. What it names is for whoever mends it; it holds no data of a person. */
export function Broken({ cause, onRetry }: BrokenProps) {
  const t = useText();
  const isOutdated = cause instanceof Error && /dynamically imported module/i.test(cause.message);
  return (
    <section className="broken" role="alert">
      <h1>{t('broken.title')}</h1>
      <p>{t(isOutdated ? 'broken.outdated' : 'broken.text')}</p>
      <div className="row">
        {isOutdated ? null : (
          <Button kind="main" onPress={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
        <Button kind={isOutdated ? 'main' : 'plain'} onPress={() => location.reload()}>
          {t('broken.reload')}
        </Button>
      </div>
      {cause instanceof Error ? <code className="soft">{cause.name}</code> : null}
    </section>
  );
}

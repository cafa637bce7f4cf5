import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Boundary } from './page/boundary';
import type { Boot } from './page/boot';
import { LastResort } from './page/last-resort';
import { Page } from './page/page';
import { useLanguage } from './page/use-language';
import { Refusal } from './server/refusal';
import { TroubleScreen } from './steps/trouble';

const wordsWithinMs = 10_000;

/** The page, once it has words; until then what the server wrote stands there. */
export function App({ boot }: { readonly boot: Boot }) {
  const { assets, embedder, onWords } = boot;
  const choice = useLanguage(assets.texts, assets.languages);
  const [isLate, setLate] = useState(false);
  const { words, failed, retry } = choice;
  const isShown = words !== null || failed || isLate;
  useLayoutEffect(() => {
    if (isShown) onWords();
  }, [isShown, onWords]);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), wordsWithinMs);
    return () => clearTimeout(timer);
  }, []);
  if (words === null) return isShown ? <LastResort retry={retry} /> : null;
  const { t } = words;
  const broken = (cause: unknown) => (
    <div class="page">
      <main id="page" tabIndex={-1}>
        <TroubleScreen
          t={t}
          organization={t('frame.somebody')}
          supportUrl={null}
          code={cause instanceof Refusal ? cause.code : 'script_failed'}
          requestId={null}
          megabytes={0}
          ways={{ try_again: () => location.reload() }}
        />
      </main>
    </div>
  );
  return (
    <Boundary
      instead={broken}
      onError={() => embedder.tell({ type: 'error', code: 'script_failed' })}
    >
      <Page boot={boot} words={words} onLanguage={choice.choose} />
    </Boundary>
  );
}

import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LanguageTexts } from '../page-assets';
import { loadTexts } from '../../shared/load-texts';
import { directionOf, type Texts } from '../../shared/translate';
import { createTranslate, type Translate } from '../texts';

export interface Words {
  readonly language: string;
  readonly t: Translate;
}

export interface LanguageChoice {
  /** Null until the sentences are there. */
  readonly words: Words | null;
  readonly failed: boolean;
  readonly choose: (tag: string) => void;
  readonly retry: () => void;
}

/**
 * The sentences of the page, in the language that the server chose until the person picks another: without a
 * reload, so that the step at hand is kept; named in the address, so that a reload keeps the language.
 */
export function useLanguage(
  first: LanguageTexts,
  languages: readonly LanguageTexts[],
): LanguageChoice {
  const [wanted, setWanted] = useState(first);
  const [loaded, setLoaded] = useState<{ tag: string; texts: Texts } | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setFailed(false);
    loadTexts(wanted.url)
      .then((texts) => {
        if (!isCurrent) return;
        document.documentElement.lang = wanted.tag;
        document.documentElement.dir = directionOf(wanted.tag);
        setLoaded({ tag: wanted.tag, texts });
      })
      .catch(() => {
        if (isCurrent) setFailed(true);
      });
    return () => {
      isCurrent = false;
    };
  }, [wanted, tries]);
  const words = useMemo(
    () =>
      loaded === null
        ? null
        : { language: loaded.tag, t: createTranslate(loaded.tag, loaded.texts) },
    [loaded],
  );
  const choose = useCallback(
    (tag: string) => {
      const next = languages.find((one) => one.tag === tag);
      if (next === undefined) return;
      const url = new URL(location.href);
      url.searchParams.set('lang', tag);
      history.replaceState(history.state, '', url);
      setWanted(next);
    },
    [languages],
  );
  const retry = useCallback(() => setTries((before) => before + 1), []);
  return { words, failed, choose, retry };
}

import { createContext, useContext } from 'react';
import type { Translate } from '../texts';

interface Words {
  readonly language: string;
  readonly t: Translate;
}

const context = createContext<Words | null>(null);
export const WordsProvider = context.Provider;

/** The console's sentences in the language it is shown in. */
export function useWords(): Words {
  const words = useContext(context);
  if (words === null) throw new Error('outside of the console');
  return words;
}

export function useText(): Translate {
  return useWords().t;
}

import { createTranslateBy, type Texts, type TranslateBy } from '../shared/translate';
import type camera from './texts/en/camera.json';
import type frame from './texts/en/frame.json';
import type liveness from './texts/en/liveness.json';
import type steps from './texts/en/steps.json';
import type trouble from './texts/en/trouble.json';

/** One sentence of the page's; English has them all, and the build refuses a language that lacks one. */
export type TextKey = keyof (typeof frame &
  typeof steps &
  typeof camera &
  typeof liveness &
  typeof trouble);

export type Translate = TranslateBy<TextKey>;

export function createTranslate(language: string, texts: Texts): Translate {
  const somebody = texts['frame.somebody'];
  // A company's own name is written as the company writes it; "the company that sent you here" may begin a
  // sentence.
  return createTranslateBy(language, texts, (value) =>
    value === somebody ? value.charAt(0).toLocaleUpperCase(language) + value.slice(1) : value,
  );
}

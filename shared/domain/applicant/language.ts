import { z } from 'zod';

/**
 * Language, script and region (BCP 47); what could name a person, variants and private use, has no place.
 * In both cases by letter: a flag does not reach the document of the API.
 */
const languageForm = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$/;

/** Kept as `Intl` writes it: `pt-BR`, `zh-Hant`. */
export const languageSchema = z
  .string()
  .regex(languageForm, 'is not a language tag, like en or pt-BR')
  .meta({ examples: ['en', 'pt-BR'] })
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

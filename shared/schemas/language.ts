import { z } from 'zod';

/** Language, script and region (BCP 47); what could name a person, variants and private use, has no place. */
const languageForm = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i;

/** Kept as `Intl` writes it: `pt-BR`, `zh-Hant`. */
export const languageSchema = z
  .string()
  .regex(languageForm, 'is not a language tag, like en or pt-BR')
  .meta({ examples: ['en', 'pt-BR'] })
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

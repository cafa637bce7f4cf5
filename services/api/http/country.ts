import { z } from 'zod';
import { isCountryCode } from '../../../shared/domain/countries/states';

/** A country by ISO 3166-1 alpha-2 (Kosovo: XK), in capitals or not; answers always have capitals. */
export const countrySchema = z
  .string()
  .transform((code) => code.toUpperCase())
  .refine(isCountryCode, {
    message: 'is not an ISO 3166-1 alpha-2 country code',
    params: { code: 'unknown_country' },
  })
  .meta({ pattern: '^[A-Za-z]{2}$', examples: ['NL'] });

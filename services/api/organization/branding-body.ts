import { z } from 'zod';
import {
  brandColourForm,
  colourFaults,
  nearestUsable,
  type ColourFault,
} from '../../../shared/domain/organization/brand-colour';
import { largestRadiusPx } from '../../../shared/domain/organization/branding';
import {
  brandingTextKeys,
  canonicalTag,
  isPlainText,
  longestBrandingText,
  mostBrandingLanguages,
} from '../../../shared/domain/organization/branding-texts';
import { redirectUrlSchema } from '../lifecycle/session-fields';
import { userOwned } from '../../../shared/wire/user-owned';

const faultOf = {
  text: 'for text on it, white or near-black',
  light: 'against the light page',
  dark: 'against the dark page',
} as const;

function sentence(colour: string, { against, ratio, least }: ColourFault): string {
  // Rounded down: 4.497 is not 4.5.
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  return `has a contrast of ${shown}:1 ${faultOf[against]}; at least ${String(least)}:1 is needed, as ${nearestUsable(colour)} has it`;
}

const brandColour = z
  .string()
  .transform((colour) => colour.toLowerCase())
  .refine((colour) => brandColourForm.test(colour), {
    message: 'is not a colour like #1a66d9',
    params: { code: 'invalid_format' },
    abort: true,
  })
  .superRefine((colour, context) => {
    for (const fault of colourFaults(colour)) {
      context.addIssue({
        code: 'custom',
        message: sentence(colour, fault),
        params: { code: 'contrast' },
      });
    }
  })
  .meta({ examples: ['#1a66d9'] });

const plainText = z
  .string()
  .trim()
  .min(1)
  .max(longestBrandingText)
  .refine(isPlainText, { message: 'is not plain text', params: { code: 'markup' } });

const textsOfLanguage = z.partialRecord(z.enum(brandingTextKeys), plainText);

/** Languages are written as the integrator writes them, and kept in their canonical form. */
const texts = userOwned(
  z
    .record(
      z.string().refine((tag) => canonicalTag(tag) !== null, 'is not a language tag, like pt-BR'),
      textsOfLanguage,
    )
    .refine((given) => Object.keys(given).length <= mostBrandingLanguages, {
      message: `has more than ${String(mostBrandingLanguages)} languages`,
      params: { code: 'too_big' },
    })
    .transform((given) =>
      Object.fromEntries(
        Object.entries(given).map(([tag, own]) => [canonicalTag(tag) ?? tag, own]),
      ),
    ),
);

/** What of it is sent is changed; null puts a member's default back. `texts` is changed as a whole. */
export const brandingBody = z.object({
  display_name: z.string().trim().min(1).max(80).nullable().optional(),
  brand_color: brandColour.nullable().optional(),
  radius: z.number().int().min(0).max(largestRadiusPx).nullable().optional(),
  /** Where the person is sent: by the rule of `redirect_url`. */
  support_url: redirectUrlSchema.nullable().optional(),
  privacy_url: redirectUrlSchema.nullable().optional(),
  texts: texts.nullable().optional(),
});

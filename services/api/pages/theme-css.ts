import { brandColourForm, inkOn } from '../../../shared/domain/organization/brand-colour';
import type { Branding } from '../../../shared/domain/organization/branding';

/** The custom properties that the page's own styles give defaults to; what is not set stays theirs. */
export function themeCss({ brand_color: colour, radius }: Branding): string {
  const properties = [
    // A row that somebody wrote by hand must not end in another rule.
    ...(colour !== undefined && brandColourForm.test(colour)
      ? [`--brand:${colour}`, `--on-brand:${inkOn(colour)}`]
      : []),
    ...(typeof radius === 'number' ? [`--radius:${String(radius)}px`] : []),
  ];
  return properties.length === 0 ? '' : `:root{${properties.join(';')}}`;
}

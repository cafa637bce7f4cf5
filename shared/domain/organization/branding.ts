import type { BrandingTexts } from './branding-texts';

/** How an organisation's pages look and speak; each member has a default: the page's own. */
export interface Branding {
  /** What the person reads in place of the organisation's name. */
  readonly display_name?: string;
  /** `#rrggbb` in lower case, without a fault (`brand-colour.ts`). */
  readonly brand_color?: string;
  /** Of corners, in CSS pixels. */
  readonly radius?: number;
  readonly support_url?: string;
  readonly privacy_url?: string;
  readonly texts?: BrandingTexts;
}

export const largestRadiusPx = 24;

/** What a caller says of each member: a value, null for the default, or nothing. */
export type BrandingChange = {
  readonly [Name in keyof Branding]?: Branding[Name] | null | undefined;
};

/** The branding after a change; undefined when nothing of it is left. */
export function changedBranding(
  before: Branding | undefined,
  change: BrandingChange,
): Branding | undefined {
  const members = Object.entries({ ...before, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

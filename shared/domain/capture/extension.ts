import type { OrganizationSettings } from '../organization/settings';

/** WCAG 2.2.1 (timing adjustable): who needs more time gets it, and a link still ends. */
export const extensionsPerCapture = 2;
export const extensionMs = 10 * 60_000;

/** Everything that decides whether a capture may have more time. */
export interface Extending {
  readonly settings: Pick<OrganizationSettings, 'allow_extend'>;
  /** Of this capture, over all its links. */
  readonly extensions: number;
  readonly expiresAt: Date;
  readonly now: Date;
}

/** How often the person may still ask for more time; a link that has run out stays so. */
export function extensionsLeft({ settings, extensions, expiresAt, now }: Extending): number {
  const isAllowed = settings.allow_extend ?? true;
  if (!isAllowed || expiresAt <= now) return 0;
  return Math.max(0, extensionsPerCapture - extensions);
}

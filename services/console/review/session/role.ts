import type { Translate } from '../texts';

export const roles = ['reviewer', 'senior', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** A role that this console does not know yet is shown by its name. */
export function roleText(role: string, t: Translate): string {
  const known = roles.find((one) => one === role);
  return known === undefined ? role : t(`role.${known}`);
}

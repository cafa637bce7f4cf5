import type { TextKey } from '../texts';

const failures: ReadonlyMap<string, TextKey> = new Map([
  ['not_offered', 'oidc.not_offered'],
  ['provider_away', 'oidc.provider_away'],
  ['not_invited', 'oidc.not_invited'],
  ['no_role', 'oidc.no_role'],
]);

/** Says with what somebody comes back from the OpenID provider who was not let in; null for who does not. */
export function oidcFailure(code: unknown): TextKey | null {
  return typeof code === 'string' ? (failures.get(code) ?? 'oidc.refused') : null;
}

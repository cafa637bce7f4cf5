import type { ApiSettings } from '../../../../shared/config/settings';
import { createOidc, type Oidc, type OidcSettings } from './oidc';

/** Null: people sign in here. */
export function openOidc(settings: ApiSettings): Oidc | null {
  const wanted = oidcSettings(settings);
  return wanted === null ? null : createOidc(wanted, settings.PUBLIC_URL);
}

function oidcSettings(settings: ApiSettings): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = settings;
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: settings.OIDC_CLIENT_SECRET ?? null,
    scope: settings.OIDC_SCOPE,
    roleClaim: settings.OIDC_ROLE_CLAIM ?? null,
    roleMap: settings.OIDC_ROLE_MAP,
    createsUsers: settings.OIDC_CREATE_USERS,
    organization: settings.OIDC_ORGANIZATION ?? null,
  };
}

import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { changePassword } from './change-password';
import { enrolTotp } from './enrol-totp';
import { login } from './login';
import { logout } from './logout';
import { retrieveMe } from './me';
import { finishOidc, signInOptions, startOidc } from './oidc/oidc-routes';
import { reauthenticate } from './reauthenticate';
import { setUp } from './set-up';
import { switchEnvironment } from './switch-environment';
import { showTotp } from './totp';

export function consoleLoginRoutes(deps: ApiDeps): readonly Route[] {
  return [
    login(deps),
    showTotp(deps),
    enrolTotp(deps),
    setUp(deps),
    changePassword(deps),
    reauthenticate(deps),
    switchEnvironment(deps),
    logout(deps),
    retrieveMe(deps),
    signInOptions(deps),
    startOidc(deps),
    finishOidc(deps),
  ];
}

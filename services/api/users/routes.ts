import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { createUser } from './create';
import { listUsers, retrieveUser } from './list';
import { resetUser } from './reset';
import { endUserSignIn, listSignIns } from './sign-ins';
import { updateUser } from './update';

export function usersRoutes(deps: ApiDeps): readonly Route[] {
  return [
    listUsers(deps),
    createUser(deps),
    retrieveUser(deps),
    updateUser(deps),
    resetUser(deps),
    listSignIns(deps),
    endUserSignIn(deps),
  ];
}

import type { RunningApi } from '../running-api';
import { firstOrganization, newUser, signIn } from '../console/signed-in';

interface Wish {
  readonly path: string;
  readonly json?: unknown;
}

/** A call of every route that changes people, by whichever key. */
export function repeatsOfPeople(api: () => RunningApi): Record<string, () => Promise<Wish>> {
  const user = async () => newUser(api().db, 'reviewer', await firstOrganization(api().db));
  return {
    'POST /api/v1/users': () =>
      Promise.resolve({
        path: '/users',
        json: { email: 'rita@example.org', name: 'R.', role: 'reviewer' },
      }),
    'PATCH /api/v1/users/:id': async () => ({
      path: `/users/${await user()}`,
      json: { role: 'senior' },
    }),
    'POST /api/v1/users/:id/reset': async () => ({
      path: `/users/${await user()}/reset`,
      json: {},
    }),
    'DELETE /api/v1/users/:id/sessions/:sessionId': async () => {
      const { userId, sessionId } = await signIn(api());
      return { path: `/users/${userId}/sessions/${sessionId}` };
    },
  };
}

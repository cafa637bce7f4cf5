import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import * as z from 'zod/mini';
import type { Scope } from '../../../../shared/domain/auth/scopes';
import { useService } from '../api/context';

const environment = z.enum(['live', 'sandbox']);
export type Environment = z.output<typeof environment>;

const me = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.nullable(z.string()),
    role: z.string(),
  }),
  organization: z.object({ id: z.string(), name: z.string() }),
  environment,
  environments: z.array(environment),
  // A scope of a later version is as good as any: it is only compared.
  scopes: z.array(z.custom<Scope>((value) => typeof value === 'string')),
  totp: z.boolean(),
  reauthenticate_by: z.nullable(z.enum(['totp', 'oidc'])),
  expires_at: z.string(),
  idle_expires_at: z.string(),
  reauthenticated_until: z.nullable(z.string()),
  temporal_workflows_url: z.nullable(z.string()),
});
/** Who is signed in, where they are, and what they may. */
export type Me = z.output<typeof me>;

export const meKey = ['me'] as const;

/** Asked openly: that nobody is signed in is an answer, and leads to the sign-in. */
export function useAskMe(): UseQueryResult<Me> {
  const { api } = useService();
  return useQuery({
    queryKey: meKey,
    queryFn: async ({ signal }) =>
      me.parse(await api.askOpenly('GET /api/v1/console/me', { signal })),
  });
}

const context = createContext<Me | null>(null);
export const MeProvider = context.Provider;

/** Of screens behind the sign-in. */
export function useMe(): Me {
  const known = useContext(context);
  if (known === null) throw new Error('nobody is signed in here');
  return known;
}

/** Whether the person who is signed in may do what needs this. The API judges it again. */
export function useMay(scope: Scope): boolean {
  return useMe().scopes.includes(scope);
}

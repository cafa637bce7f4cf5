import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useService } from '../api/context';

const options = z.object({ password: z.boolean(), oidc: z.boolean() });
type SignInOptions = z.output<typeof options>;

/** How people sign in here; undefined until the API has said it. */
export function useSignInOptions(): {
  readonly data: SignInOptions | undefined;
  readonly error: Error | null;
} {
  const { api } = useService();
  return useQuery({
    queryKey: ['sign-in-options'],
    queryFn: async ({ signal }) =>
      options.parse(await api.askOpenly('GET /api/v1/console/options', { signal })),
    staleTime: Infinity,
  });
}

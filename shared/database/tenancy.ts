import { AsyncLocalStorage } from 'node:async_hooks';
import type { Scope } from './scope';

/**
 * Carries the scope of a piece of work to its queries. Made once, beside the pool; whoever learns whose work
 * it is (a key, a token, an activity's session) enters the scope once. Outside of any, there are no queries.
 */
export interface Tenancy {
  within<T>(scope: Scope, work: () => T): T;
  /** @throws Error outside of any scope: a forgotten one is a fault of ours, not an empty answer */
  current(): Scope;
}

export function createTenancy(): Tenancy {
  const storage = new AsyncLocalStorage<Scope>();
  return {
    within: (scope, work) => storage.run(scope, work),
    current() {
      const scope = storage.getStore();
      if (scope === undefined) throw new Error('a query outside of any tenant');
      return scope;
    },
  };
}

import { z } from 'zod';
import { listen, type Listening } from '../../../shared/database/listen';
import { environments } from '../../../shared/domain/environment';
import { isId } from '../../../shared/domain/ids';
import type { Tenant } from '../../../shared/domain/tenant';
import type { ApiDeps } from '../deps';

/** The channel on which the triggers of migration `case-queue` announce cases. */
const casesChannel = 'verifa_cases';

export const caseNews = ['opened', 'held', 'changed', 'closed'] as const;

/** A case and what happened to it, and nothing else of it. */
export interface CaseNotice {
  readonly kind: (typeof caseNews)[number];
  readonly caseId: string;
}

export interface CaseFollower {
  onNotice(notice: CaseNotice): void;
  /** It hears from now on; what happened before it has to be read. Again after a connection that broke. */
  onListening(): void;
}

export interface CaseFeed {
  /** @returns the function that ends it */
  follow(tenant: Tenant, follower: CaseFollower): () => void;
}

const announced = z.tuple([
  z.string(),
  z.enum(environments),
  z.enum(caseNews),
  z.string().refine((id) => isId('case', id)),
]);

/** One connection of this process for all followers of all queues, and none while nobody follows. */
export function createCaseFeed({ settings }: Pick<ApiDeps, 'settings'>): CaseFeed {
  const followers = new Map<string, Set<CaseFollower>>();
  let listening: Listening | null = null;

  const nameOf = ({ organizationId, environment }: Tenant): string =>
    `${organizationId} ${environment}`;

  function tell(payload: string): void {
    const read = announced.safeParse(payload.split(' '));
    if (!read.success) return;
    const [organization, environment, kind, caseId] = read.data;
    for (const follower of followers.get(`${organization} ${environment}`) ?? []) {
      follower.onNotice({ kind, caseId });
    }
  }

  return {
    follow(tenant, follower) {
      const name = nameOf(tenant);
      const ofTenant = followers.get(name) ?? new Set<CaseFollower>();
      followers.set(name, ofTenant.add(follower));
      if (listening?.isListening() === true) follower.onListening();
      listening ??= listen(settings.DATABASE_URL, casesChannel, {
        onNotice: tell,
        onListening: () => {
          for (const all of followers.values()) for (const one of all) one.onListening();
        },
      });
      return () => {
        ofTenant.delete(follower);
        if (ofTenant.size === 0 && followers.get(name) === ofTenant) followers.delete(name);
        if (followers.size > 0 || listening === null) return;
        void listening.close();
        listening = null;
      };
    },
  };
}

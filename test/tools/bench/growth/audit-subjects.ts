import { sealAudit } from '../../../../activities/session/seal-audit';
import { verifyChain } from '../../../../services/api/audit/verify-chain';
import type { GrowthDeps, Subject } from './subject';

/** The chain of the audit log, whole; linear, in pages of some milliseconds. */
export function auditSubjects({ db, keyring, organizationId }: GrowthDeps): readonly Subject[] {
  const nothing = () => undefined;
  const seal = () =>
    sealAudit({ db, keyring, clock: () => new Date(), heartbeat: nothing, alert: nothing });
  return [
    {
      name: 'events/verify',
      prepare: async () => {
        while ((await seal()).sealed > 0);
      },
      calls: 1,
      call: () => verifyChain(db, keyring, organizationId),
    },
    { name: 'sealing, where nothing is new', call: seal },
  ];
}

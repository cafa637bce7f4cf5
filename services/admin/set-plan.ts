import { z } from 'zod';
import { plans } from '../../shared/domain/limits/plan';
import { command, organizationOf } from './command';

/** The limits of an organisation's keys, from their next request on: API processes keep no plan. */
export const setPlan = command({
  usage: `set-plan --plan ${plans.join('|')} [--organization org_…]`,
  options: z.strictObject({ plan: z.enum(plans), organization: z.string().optional() }),
  run: async (deps, { plan, organization: asked }) => {
    const organization = await organizationOf(deps, asked);
    await deps.db
      .updateTable('organizations')
      .set({ plan })
      .where('id', '=', organization)
      .execute();
    return { organization, plan };
  },
});

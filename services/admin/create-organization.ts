import { z } from 'zod';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { plans } from '../../shared/domain/limits/plan';
import { command } from './command';

/** An organisation that works at once: two workflows and a key of each environment. */
export const createOrganization = command({
  usage: 'create-organization --name <name> [--plan free|starter|professional|unlimited]',
  options: z.strictObject({
    name: z.string().trim().min(1).max(200),
    plan: z.enum(plans).default('free'),
  }),
  run: async ({ db, clock }, { name, plan }) => {
    const made = await bootstrapOrganization(db, clock, name, plan);
    return {
      organization: made.organizationId,
      live_key: made.liveKey,
      sandbox_key: made.sandboxKey,
    };
  },
});

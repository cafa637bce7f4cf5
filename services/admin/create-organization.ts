import { z } from 'zod';
import { bootstrapOrganization } from '../../shared/bootstrap/first-organization';
import { command } from './command';

/** An organisation that works at once: two workflows and a key of each environment. */
export const createOrganization = command({
  usage: 'create-organization --name <name>',
  options: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  run: async ({ db, clock }, { name }) => {
    const made = await bootstrapOrganization(db, clock, name);
    return {
      organization: made.organizationId,
      live_key: made.liveKey,
      sandbox_key: made.sandboxKey,
    };
  },
});

import { z } from 'zod';
import { webhookEventTypes } from '../../../shared/domain/lifecycle/webhook-events';
import { idOf, instantText } from '../http/answer-values';

/** The body of a webhook (`5-webhooks.md`): flat, with what its type brings along. */
export const eventObject = z
  .looseObject({
    event: z.enum(webhookEventTypes),
    id: idOf('event'),
    idempotency_key: idOf('event'),
    created_at: instantText,
    sequence: z.number().int(),
    session_id: idOf('session').nullable(),
    external_ref: z.string().nullable(),
    status: z.string().nullable(),
    is_sandbox: z.boolean(),
  })
  .meta({ id: 'Event' });

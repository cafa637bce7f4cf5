import { z } from 'zod';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { idOf } from '../http/answer-values';

/** The answer of a submit, over the API or on the page. */
export const submittedSession = z
  .strictObject({
    id: idOf('session'),
    status: z.enum(sessionStatuses),
    is_sandbox: z.boolean(),
    message: z.string(),
  })
  .meta({ id: 'SubmittedSession' });

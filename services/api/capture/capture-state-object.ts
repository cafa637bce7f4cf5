import { z } from 'zod';
import { askablePieces } from '../../../shared/capture/asked-pieces';
import { documentTypes } from '../../../shared/graph/document-types';
import { sessionStatuses } from '../../../shared/lifecycle/state';
import { idOf, instant } from '../http/answer-values';

const documentType = z.enum(documentTypes);

/** What the page shows; behind submit the status only. */
export const captureState = z
  .union([
    z.strictObject({ status: z.enum(sessionStatuses) }),
    z.strictObject({
      session_id: idOf('session'),
      status: z.enum(sessionStatuses),
      is_sandbox: z.boolean(),
      consent_given: z.boolean(),
      required: z.array(z.strictObject({ piece: z.string(), done: z.boolean() })).readonly(),
      /** What a reviewer asked for again, and why. */
      asked_again: z
        .array(
          z.strictObject({
            piece: z.enum(askablePieces),
            reason_code: z.string().nullable(),
            message: z.string().nullable(),
          }),
        )
        .readonly(),
      document_types: z.array(
        z.strictObject({ document_type: documentType, needs_back: z.boolean() }),
      ),
      document_type: documentType.nullable(),
      document_country: z.string().nullable(),
      user_info: z.array(z.strictObject({ field: z.string(), required: z.boolean() })).readonly(),
      redirect_url: z.string().nullable(),
      expires_at: instant,
      seconds_left: z.number().int(),
    }),
  ])
  .meta({ id: 'CaptureState' });

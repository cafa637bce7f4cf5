import { z } from 'zod';
import { askablePieces } from '../../../shared/domain/capture/asked-pieces';
import { documentTypes } from '../../../shared/domain/documents/document-types';
import { filesRules } from '../../../shared/domain/graph/definition';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { handoffRules } from '../../../shared/domain/organization/handoff-rule';
import { idOf, instant } from '../http/answer-values';
import { followedObject } from './followed';

const documentType = z.enum(documentTypes);

const shownOrganization = z
  .strictObject({
    name: z.string(),
    logo_url: z.string().nullable(),
    support_url: z.string().nullable(),
    privacy_url: z.string().nullable(),
    /** The person is told how their session ended. */
    show_result: z.boolean(),
    /** Its own words for some sentences of the page, by language and key. */
    texts: z.record(z.string(), z.record(z.string(), z.string())),
  })
  .meta({ id: 'ShownOrganization' });

/** What every standing of a link tells its page. */
const common = {
  session_id: idOf('session'),
  status: z.enum(sessionStatuses),
  organization: shownOrganization,
  /** As the session was created with; null: the page goes by its browser. */
  language: z.string().nullable(),
};

/** After submit: how it ended only where the organisation shows it. */
export const closedState = z
  .strictObject({
    ...common,
    redirect_url: z.string().nullable(),
    outcome: z.enum(['approved', 'rejected']).exactOptional(),
  })
  .meta({ id: 'ClosedCaptureState' });

export const liveState = z
  .strictObject({
    ...common,
    is_sandbox: z.boolean(),
    /** How the caller is known: by a page's secret, or not at all. */
    client: z.enum(['page', 'api']),
    /** The link is bound, and to this caller. */
    bound_client: z.boolean(),
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
    document_types: z
      .array(z.strictObject({ document_type: documentType, needs_back: z.boolean() }))
      .readonly(),
    document_type: documentType.nullable(),
    document_country: z.string().nullable(),
    /** Where the integrator says that the person is from. */
    country: z.string().nullable(),
    user_info: z.array(z.strictObject({ field: z.string(), required: z.boolean() })).readonly(),
    /** The person's own files that count, for thumbnails; to the page that holds the link only. */
    documents: z
      .array(
        z.strictObject({
          id: idOf('document'),
          piece: z.enum(askablePieces),
          media_type: z.string(),
        }),
      )
      .readonly(),
    limits: z.strictObject({
      files_left: z.number().int(),
      challenges_left: z.number().int(),
    }),
    accepts: z.strictObject({
      formats: z.array(z.string()).readonly(),
      poa_formats: z.array(z.string()).readonly(),
      max_bytes: z.number().int(),
    }),
    /** Hints to the page: no server can tell what made a picture, nor on which device a page runs. */
    capture: z.strictObject({ handoff: z.enum(handoffRules), files: z.enum(filesRules) }),
    can_extend: z.boolean(),
    can_decline_liveness: z.boolean(),
    /** How long personal data is kept, for the words on consent. */
    data_retention_days: z.number().int(),
    redirect_url: z.string().nullable(),
    expires_at: instant,
    seconds_left: z.number().int(),
  })
  .meta({ id: 'LiveCaptureState' });

/** Another device goes on; to the page that handed the session off. After submit it is told as that one is. */
export const handedOffState = z
  .strictObject({
    ...common,
    handed_off: z.literal(true),
    follow: followedObject,
    seconds_left: z.number().int(),
  })
  .meta({ id: 'HandedOffCaptureState' });

/** What the page shows, by the standing of its link. */
export const captureState = z
  .union([closedState, handedOffState, liveState])
  .meta({ id: 'CaptureState' });

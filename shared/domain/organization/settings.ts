import type { HandoffRule } from './handoff-rule';
import type { ScreeningWithoutLists } from '../checks/screening-rule';
import type { SignalActions } from '../risk/signal-actions';
import type { Branding } from './branding';

export const piiFields = [
  'first_name',
  'last_name',
  'date_of_birth',
  'address',
  'document_number',
  'nationality',
  'gender',
  'ssn',
  'document_type',
  'document_expiration_date',
  'document_issuing_state',
] as const;
export type PiiField = (typeof piiFields)[number];

/** Names a wording of consent; it stands in the timeline, so that nothing personal fits into it. */
export const consentVersion = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** An organisation's own settings; each has a default, so that a stored `{}` is valid. */
export interface OrganizationSettings {
  /** Which extracted fields API answers show. Default: all. */
  readonly api_pii_fields?: readonly PiiField[];
  /** Which extracted fields webhooks carry. Default: none. */
  readonly webhook_pii_fields?: readonly PiiField[];
  /** Web origins whose pages may follow a session's status with a stream token. Default: none. */
  readonly allowed_origins?: readonly string[];
  /** How long a signed document URL lives: 30–86,400. Default 300. */
  readonly image_url_expiry_seconds?: number;
  /** How long a capture token lives when create does not say. Default 20. */
  readonly token_minutes?: number;
  /** The calendar in which a document expires and a birthday comes. Default UTC. */
  readonly time_zone?: string;
  /** A case needs two different reviewers, unless its workflow says otherwise. Default: one. */
  readonly dual_review?: boolean;
  /** The second of two reviewers is not told what the first one said, until the case is decided. Default: not told. */
  readonly hide_first_opinion?: boolean;
  /** Of two signed-in reviewers who disagree neither decides: the case is escalated. Default: it is. */
  readonly escalate_disagreement?: boolean;
  /** The codes reviewers may give for a rejection, beside the documented ones. Default: any. */
  readonly reject_reasons?: readonly string[];
  /** Days from a session's end until nobody reads what is personal in it. Default 90. */
  readonly sensitive_data_retention_days?: number;
  /** Days until that is destroyed. Default 365. */
  readonly data_retention_days?: number;
  /** What becomes of a live approval whose person no list was loaded for. Default: review. */
  readonly screening_without_lists?: ScreeningWithoutLists;
  /** The wordings of consent that persons may agree to, by their versions. Default: any. */
  readonly consent_versions?: readonly string[];
  /** Whether the page offers to go on with another device, or begins with that. Default: offer. */
  readonly handoff?: HandoffRule;
  /** The person is told how their session ended. Default: only that it did. */
  readonly show_result?: boolean;
  /** Persons may ask for more time, twice a capture. Default: they may. */
  readonly allow_extend?: boolean;
  /** What a triggered risk signal does. Default: each is flagged. */
  readonly signal_actions?: SignalActions;
  /** How its pages look. Default: as ours. */
  readonly branding?: Branding;
}

/** `6-data-protection.md`, retention. */
export const defaultRetention = { sensitiveDays: 90, dataDays: 365 } as const;

import type { BodyOf } from '../../../../client/src/route-types';

export const actions = ['approve', 'reject', 'resubmit', 'escalate', 'note'] as const;
export type Action = (typeof actions)[number];

type RejectBody = BodyOf<'POST /api/v1/cases/{id}/reject'>;
export type BlockedKind = Extract<RejectBody['blocklist'], readonly unknown[]>[number];

/** One piece that the person is to send again, and what they are told about it. */
export interface AskedDraft {
  readonly isAsked: boolean;
  readonly reasonCode: string;
  readonly message: string;
}

/** All that is typed about a case and not sent yet. It outlives its panels, the claim and the sign-in. */
export interface Drafts {
  readonly rejectCode: string;
  readonly rejectText: string;
  readonly blocked: readonly BlockedKind[];
  readonly asked: Readonly<Record<string, AskedDraft>>;
  readonly escalation: string;
  readonly note: string;
}

export const noDrafts: Drafts = {
  rejectCode: '',
  rejectText: '',
  blocked: [],
  asked: {},
  escalation: '',
  note: '',
};

export const noAsk: AskedDraft = { isAsked: false, reasonCode: '', message: '' };

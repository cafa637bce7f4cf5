export interface Addition {
  readonly name: string;
  /** From the repository's root. */
  readonly file: string;
  /** Stands there once, and is followed by what is added. */
  readonly after: string;
  readonly added: string;
}

export const additions: readonly Addition[] = [
  {
    name: 'a status',
    file: 'shared/domain/lifecycle/state.ts',
    after: "export const sessionStatuses = [\n  'pending',",
    added: "\n  'added_status',",
  },
  {
    name: 'a message to a session',
    file: 'shared/domain/lifecycle/event.ts',
    after: 'export type SessionEvent =',
    added: "\n  | { readonly type: 'added_message' }",
  },
  {
    name: 'an event of webhooks',
    file: 'shared/domain/lifecycle/webhook-events.ts',
    after: "export const webhookEventTypes = [\n  'session.created',",
    added: "\n  'session.added',",
  },
  {
    name: 'a check',
    file: 'shared/domain/checks/outcome.ts',
    after: "export const checkNames = [\n  'document_quality',",
    added: "\n  'added_check',",
  },
  {
    name: 'an answer that is not as declared',
    file: 'services/api/sessions/retrieve.ts',
    after: 'const row = await findSession(deps.db, caller, params.id);',
    added: "\n      if (row.legal_hold) return answer(200, { id: 7, stauts: 'pending' });",
  },
];

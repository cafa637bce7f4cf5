import { monotonicFactory } from 'ulid';

/** Typed, opaque, time-ordered ids (`2-api-conventions.md`): a prefix that names the kind, a ULID body. */
export const idPrefixes = {
  session: 'ses_',
  workflow: 'wfl_',
  identity: 'idn_',
  document: 'doc_',
  case: 'case_',
  apiKey: 'key_',
  user: 'usr_',
  consoleSession: 'cse_',
  webhookEndpoint: 'whe_',
  webhookDelivery: 'whd_',
  event: 'evt_',
  link: 'lnk_',
  check: 'chk_',
  audit: 'aud_',
  organization: 'org_',
  list: 'lst_',
  listItem: 'lit_',
  journalEntry: 'ers_',
} as const;

export type IdKind = keyof typeof idPrefixes;
/** The prefix is the brand: a case's id is no session's id to the compiler either. */
export type Id<K extends IdKind> = `${(typeof idPrefixes)[K]}${string}`;

export type SessionId = Id<'session'>;
export type WorkflowId = Id<'workflow'>;
export type IdentityId = Id<'identity'>;
export type DocumentId = Id<'document'>;
export type CaseId = Id<'case'>;
export type ApiKeyId = Id<'apiKey'>;
export type WebhookEndpointId = Id<'webhookEndpoint'>;
export type WebhookDeliveryId = Id<'webhookDelivery'>;
export type EventId = Id<'event'>;
export type LinkId = Id<'link'>;
export type CheckRunId = Id<'check'>;
export type OrganizationId = Id<'organization'>;
export type UserId = Id<'user'>;
export type ConsoleSessionId = Id<'consoleSession'>;
export type AuditId = Id<'audit'>;
export type ListId = Id<'list'>;
export type ListItemId = Id<'listItem'>;
export type JournalEntryId = Id<'journalEntry'>;

// Monotonic within a process: ids made in one millisecond still sort in the order they were made.
const ulid = monotonicFactory();
const body = /^[0-9a-hjkmnp-tv-z]{26}$/;

export function newId<K extends IdKind>(kind: K): Id<K> {
  const id = `${idPrefixes[kind]}${ulid().toLowerCase()}`;
  if (!isId(kind, id)) throw new Error(`not an id of kind ${kind}`);
  return id;
}

export function isId<K extends IdKind>(kind: K, value: string): value is Id<K> {
  const prefix = idPrefixes[kind];
  return value.startsWith(prefix) && body.test(value.slice(prefix.length));
}

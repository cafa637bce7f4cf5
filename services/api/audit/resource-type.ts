import { idPrefixes } from '../../../shared/domain/ids';

/** What an audit row can be about; the type is in the id itself. */
const prefixes = {
  session: idPrefixes.session,
  workflow: idPrefixes.workflow,
  identity: idPrefixes.identity,
  document: idPrefixes.document,
  case: idPrefixes.case,
  api_key: idPrefixes.apiKey,
  user: idPrefixes.user,
  webhook_endpoint: idPrefixes.webhookEndpoint,
  webhook_delivery: idPrefixes.webhookDelivery,
  list: idPrefixes.list,
  list_item: idPrefixes.listItem,
  organization: idPrefixes.organization,
} as const;

export type ResourceType = keyof typeof prefixes;

export const resourceTypes = [
  'session',
  'workflow',
  'identity',
  'document',
  'case',
  'api_key',
  'user',
  'webhook_endpoint',
  'webhook_delivery',
  'list',
  'list_item',
  'organization',
] as const satisfies readonly ResourceType[];

export function prefixOf(type: ResourceType): string {
  return prefixes[type];
}

/** Null for an id of a kind that is not audited. */
export function resourceTypeOf(id: string): ResourceType | null {
  return resourceTypes.find((type) => id.startsWith(prefixes[type])) ?? null;
}

import type { QueryOf } from '../../../../client/src/route-types';
import { countSet, DateFilter, Filters, SelectFilter, TextFilter } from '../../parts/filters';
import { useText } from '../../parts/words';
import { everyOne } from '../../terms/every-one';

type ResourceType = NonNullable<QueryOf<'GET /api/v1/events'>['resource_type']>;

export const resourceTypes = everyOne<ResourceType>()([
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
]);

interface AuditFiltersProps {
  readonly search: {
    readonly q?: string | undefined;
    readonly actor?: string | undefined;
    readonly resource_type?: string | undefined;
    readonly resource_id?: string | undefined;
    readonly since?: string | undefined;
    readonly until?: string | undefined;
  };
}

export function AuditFilters({ search }: AuditFiltersProps) {
  const t = useText();
  return (
    <Filters count={countSet(search)}>
      <TextFilter name="q" label={t('audit.q')} value={search.q} />
      <TextFilter name="actor" label={t('audit.actor')} value={search.actor} />
      <SelectFilter
        name="resource_type"
        label={t('audit.resource_type')}
        value={resourceTypes.find((type) => type === search.resource_type)}
        any={t('audit.any')}
        options={resourceTypes.map((value) => ({ value, label: t(`audit.resource.${value}`) }))}
      />
      <TextFilter name="resource_id" label={t('audit.resource_id')} value={search.resource_id} />
      <DateFilter name="since" label={t('audit.since')} value={search.since} />
      <DateFilter name="until" label={t('audit.until')} value={search.until} />
    </Filters>
  );
}

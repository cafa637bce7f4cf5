import type { AnswerOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { Checkbox } from '../../parts/checkbox';
import { CheckboxGroup } from '../../parts/checkbox-group';
import { useText } from '../../parts/words';

/** Types of events; `*` alone is all of them, those of a later version too. */
export type ChosenEvents = readonly string[];

export type EventType = AnswerOf<'GET /api/v1/webhooks/event-types'>['data'][number];

/** Empty until they are known. */
export function useEventTypes(): readonly EventType[] {
  return useRead('GET /api/v1/webhooks/event-types', {}).data?.data ?? [];
}

interface EventsFieldProps {
  readonly types: readonly EventType[];
  readonly value: ChosenEvents;
  readonly onChange: (value: ChosenEvents) => void;
}

/** All events, or any of those there are. */
export function EventsField({ types, value, onChange }: EventsFieldProps) {
  const t = useText();
  const areAll = value.includes('*');
  return (
    <div className="stack">
      <Checkbox
        isSelected={areAll}
        onChange={(all) => onChange(all ? ['*'] : [...types])}
        isDisabled={types.length === 0}
      >
        {t('webhooks.events.every')}
      </Checkbox>
      {areAll ? null : (
        <CheckboxGroup
          label={t('webhooks.events')}
          name="enabled_events"
          options={types.map((type) => ({ value: type, label: type }))}
          value={types.filter((type) => value.includes(type))}
          onChange={onChange}
        />
      )}
    </div>
  );
}

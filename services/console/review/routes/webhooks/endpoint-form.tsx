import { useState } from 'react';
import type { BodyOf } from '../../../../client/src/route-types';
import { DialogActions } from '../../parts/dialog-actions';
import { Checkbox } from '../../parts/checkbox';
import { isRefusedAt } from '../../api/problem';
import { Form, linesIn, textIn } from '../../parts/form';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import type { Endpoint } from './endpoint-state';
import { EventsField, useEventTypes, type ChosenEvents } from './events-field';

type EndpointBody = BodyOf<'POST /api/v1/webhooks/endpoints'>;
/** They lie folded away, as they are seldom changed; a refusal of one unfolds them. */
const rareFields = ['description', 'attribute_blocklist', 'key_inflection', 'ed25519_signature'];
const inflections = ['snake', 'camel'] as const;

interface EndpointFormProps {
  /** What it is now; a new one without it. */
  readonly endpoint?: Endpoint;
  readonly action: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (body: EndpointBody) => void;
  readonly onClose: () => void;
}

export function EndpointForm({
  endpoint,
  action,
  problem,
  isPending,
  onSubmit,
  onClose,
}: EndpointFormProps) {
  const t = useText();
  const types = useEventTypes();
  const [events, setEvents] = useState<ChosenEvents>(endpoint?.enabled_events ?? ['*']);
  const [inflection, setInflection] = useState(endpoint?.key_inflection ?? 'snake');
  const [isEd25519, setEd25519] = useState(endpoint?.ed25519_signature ?? false);
  const submit = (form: FormData): void =>
    onSubmit({
      url: textIn(form, 'url'),
      label: textIn(form, 'label') || null,
      description: textIn(form, 'description') || null,
      enabled_events: events.includes('*') ? ['*'] : types.filter((type) => events.includes(type)),
      attribute_blocklist: linesIn(form, 'attribute_blocklist'),
      key_inflection: inflection,
      ed25519_signature: isEd25519,
    });
  return (
    <Form problem={problem} onSubmit={submit}>
      <TextField
        isCode
        label={t('webhooks.url')}
        hint={t('webhooks.url.hint')}
        name="url"
        type="url"
        placeholder="https://shop.example/hooks"
        defaultValue={endpoint?.url ?? ''}
        isRequired
        autoFocus
      />
      <TextField
        label={t('webhooks.label')}
        hint={t('webhooks.label.hint')}
        name="label"
        defaultValue={endpoint?.label ?? ''}
      />
      <EventsField types={types} value={events} onChange={setEvents} />
      <details className="more" open={isRefusedAt(problem, rareFields) || undefined}>
        <summary>{t('webhooks.more')}</summary>
        <div className="stack">
          <TextField
            label={t('webhooks.description')}
            name="description"
            rows={2}
            defaultValue={endpoint?.description ?? ''}
          />
          <TextField
            isCode
            label={t('webhooks.blocklist')}
            hint={t('webhooks.blocklist.hint')}
            name="attribute_blocklist"
            rows={3}
            defaultValue={endpoint?.attribute_blocklist.join('\n') ?? ''}
          />
          <SelectField
            label={t('webhooks.inflection')}
            name="key_inflection"
            value={inflection}
            options={inflections.map((value) => ({
              value,
              label: t(`webhooks.inflection.${value}`),
            }))}
            onChange={setInflection}
          />
          <Checkbox isSelected={isEd25519} onChange={setEd25519} name="ed25519_signature">
            {t('webhooks.ed25519')}
          </Checkbox>
        </div>
      </details>
      <DialogActions
        action={action}
        isPending={isPending}
        onClose={onClose}
        isDisabled={events.length === 0}
      />
    </Form>
  );
}

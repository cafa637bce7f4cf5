import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '../../../../client/src/route-types';
import { useService } from '../../api/context';
import { DialogActions } from '../../parts/dialog-actions';
import { Form, refusalAt, textIn } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import type { EndpointDialogProps } from './endpoint-dialog';
import { EventsField, useEventTypes, type ChosenEvents } from './events-field';
import { readWindow } from './replay-window';

type ReplayBody = BodyOf<'POST /api/v1/webhooks/endpoints/{id}/replay'>;

/** A window, and how many events of it a replay would send now. */
export interface Counted {
  readonly since: string;
  readonly body: ReplayBody;
  readonly count: number;
  /** It holds more than was counted. */
  readonly isMore: boolean;
}

interface ReplayFormProps extends EndpointDialogProps {
  readonly onCounted: (counted: Counted) => void;
}

export function ReplayForm({ endpoint, onCounted, onClose }: ReplayFormProps) {
  const t = useText();
  const { api } = useService();
  const types = useEventTypes();
  const [events, setEvents] = useState<ChosenEvents>(['*']);
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (form: FormData): Promise<Counted> => {
      const read = readWindow(textIn(form, 'since'), textIn(form, 'until'));
      if (!read.ok) throw refusalAt(read.field, t(`webhooks.replay.${read.fault}`));
      const { since, until } = read;
      const chosen = events.includes('*')
        ? undefined
        : types.filter((type) => events.includes(type));
      const { would_replay: count, next_since: next } = await api.request(
        'GET /api/v1/webhooks/endpoints/{id}/replay',
        {
          params: { id: endpoint.id },
          query: { since, until, event_types: chosen?.join(',') },
        },
      );
      const body: ReplayBody = {
        since,
        ...(until === undefined ? {} : { until }),
        ...(chosen === undefined ? {} : { event_types: chosen }),
      };
      return { since, body, count, isMore: next !== null };
    },
    onSuccess: onCounted,
  });
  return (
    <Form problem={error} onSubmit={mutate}>
      <p>{t('webhooks.replay.text')}</p>
      <TextField
        label={t('webhooks.replay.since')}
        name="since"
        type="datetime-local"
        isRequired
        autoFocus
      />
      <TextField
        label={t('webhooks.replay.until')}
        hint={t('webhooks.replay.until.hint')}
        name="until"
        type="datetime-local"
      />
      <EventsField types={types} value={events} onChange={setEvents} />
      <DialogActions
        action={t('webhooks.replay.ask')}
        isPending={isPending}
        onClose={onClose}
        isDisabled={events.length === 0}
      />
    </Form>
  );
}

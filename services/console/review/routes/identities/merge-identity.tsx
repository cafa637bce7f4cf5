import { useState } from 'react';
import type { AnswerOf } from '../../../../client/src/route-types';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { DialogActions } from '../../parts/dialog-actions';
import { Dialog } from '../../parts/dialog';
import { Form, textIn } from '../../parts/form';
import { Problem } from '../../parts/problem';
import { TextField } from '../../parts/text-field';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { tagWords } from '../../terms/tag-words';
import type { Identity } from './identity';

type Merge = AnswerOf<'POST /api/v1/identities/{id}/merge'>;

interface MergeIdentityProps {
  readonly identity: Pick<Identity, 'id'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function MergeIdentity({ identity, isOpen, onClose }: MergeIdentityProps) {
  const t = useText();
  return (
    <Dialog title={t('identities.merge.title')} isOpen={isOpen} onClose={onClose} isWide>
      <MergeSteps id={identity.id} onClose={onClose} />
    </Dialog>
  );
}

/** Two steps, since nothing parts them again: which one goes in here, then what comes of it. */
function MergeSteps({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const [preview, setPreview] = useState<Merge | null>(null);
  const ask = useWrite('POST /api/v1/identities/{id}/merge', { onDone: setPreview });
  const merge = useWrite('POST /api/v1/identities/{id}/merge', {
    invalidates: ['/api/v1/identities', '/api/v1/sessions'],
    onDone() {
      toast(t('identities.merge.done'));
      onClose();
    },
  });
  if (preview === null) {
    return (
      <Form
        problem={ask.error}
        onSubmit={(form) =>
          ask.mutate({ params: { id }, body: { source: textIn(form, 'source'), preview: true } })
        }
      >
        <p>{t('identities.merge.text')}</p>
        <TextField
          label={t('identities.merge.source')}
          hint={t('identities.merge.source.hint')}
          name="source"
          autoComplete="off"
          isRequired
          autoFocus
        />
        <DialogActions
          action={t('identities.merge.preview')}
          isPending={ask.isPending}
          onClose={onClose}
        />
      </Form>
    );
  }
  return (
    <>
      <MergePreview preview={preview} />
      {merge.error === null ? null : <Problem cause={merge.error} />}
      <div className="dialog-actions">
        <Button onPress={() => setPreview(null)} isDisabled={merge.isPending}>
          {t('identities.merge.back')}
        </Button>
        <Button
          kind="danger"
          isPending={merge.isPending}
          onPress={() =>
            merge.mutate({ params: { id }, body: { source: preview.source_id, preview: false } })
          }
        >
          {t('identities.merge.go')}
        </Button>
      </div>
    </>
  );
}

function MergePreview({ preview }: { readonly preview: Merge }) {
  const t = useText();
  const { source_id: source, session_ids: sessions, tags, metadata } = preview;
  return (
    <div className="stack" role="status">
      <p>{t('identities.merge.moves', { count: sessions.length })}</p>
      <dl className="facts">
        <dt>{t('identities.merge.from')}</dt>
        <dd>
          <code>{source}</code>
        </dd>
        <dt>{t('identities.merge.reference')}</dt>
        <dd>{preview.external_ref ?? '–'}</dd>
        <dt>{t('identities.merge.also')}</dt>
        <dd>{preview.also_found_by ?? '–'}</dd>
        <dt>{t('sessions.tags')}</dt>
        <dd>{tagWords(tags)}</dd>
        <dt>{t('identities.merge.metadata')}</dt>
        <dd>
          {Object.keys(metadata).length === 0 ? '–' : <code>{JSON.stringify(metadata)}</code>}
        </dd>
      </dl>
      <p className="notice" data-tone="warn">
        {t('identities.merge.warning')}
      </p>
    </div>
  );
}

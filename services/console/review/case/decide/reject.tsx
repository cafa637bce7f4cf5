import { useState } from 'react';
import type { RejectionReason } from '../../../../../shared/domain/checks/rejection-reason';
import { useRead } from '../../api/use-read';
import { CheckboxGroup } from '../../parts/checkbox-group';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { everyOne } from '../../terms/every-one';
import { ActionPanel } from './action-panel';
import type { BlockedKind } from '../kept/drafts';
import type { PanelProps } from './panel-props';
import { saidOf } from './said';
import { SecondOpinion } from './second-opinion';
import { useDecision } from './use-decision';

/** Those of the documented reasons that a person gives; the others are for checks and for sandboxes. */
const documented = [
  'face_mismatch',
  'document_tampered',
  'document_expired',
  'document_unreadable',
  'not_a_document',
  'document_not_allowed',
  'front_back_mismatch',
  'visual_zone_mismatch',
  'barcode_mismatch',
  'mrz_checksum_mismatch',
  'data_mismatch',
  'liveness_failed',
  'poor_quality',
  'under_age',
  'duplicate',
  'watchlist_hit',
  'listed',
  'address_not_proven',
  'high_risk',
  'review_rejected',
] as const satisfies readonly RejectionReason[];

const kinds = everyOne<BlockedKind>()(['document_number', 'name_dob', 'email', 'phone', 'face']);

export function Reject({ view, drafts, onDraft, isReadOnly, onClose, onDone }: PanelProps) {
  const t = useText();
  const { data } = useRead('GET /api/v1/cases/{id}/choices', { params: { id: view.id } });
  const [lacksReason, setLacksReason] = useState(false);
  const { mutate, isPending, error } = useDecision('POST /api/v1/cases/{id}/reject', (decided) =>
    onDone(saidOf(decided, t)),
  );
  const own = (data?.reject_reasons ?? []).map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
  const ownCodes = new Set(own.map(({ value }) => value));
  const known = documented
    .filter((value) => !ownCodes.has(value))
    .map((value) => ({ value, label: t(`reject_reason.${value}`) }));
  const { rejectCode: code, rejectText: text, blocked } = drafts;
  const confirm = (): void => {
    setLacksReason(code === '');
    if (code === '') return;
    mutate({
      params: { id: view.id },
      body: {
        reason_code: code,
        reason: text.trim() === '' ? null : text.trim(),
        blocklist: [...blocked],
      },
    });
  };
  return (
    <ActionPanel
      title={t('decide.reject.title')}
      confirm={t('decide.reject')}
      isDangerous
      isReadOnly={isReadOnly}
      isPending={isPending}
      problem={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SecondOpinion view={view} />
      <SelectField
        label={t('decide.reject.code')}
        name="reason_code"
        value={code}
        options={[{ value: '', label: t('decide.reject.choose') }, ...own, ...known]}
        onChange={(rejectCode) => {
          setLacksReason(false);
          onDraft({ rejectCode });
        }}
      />
      {lacksReason ? (
        <p className="field-error" role="alert">
          {t('decide.reject.lacks')}
        </p>
      ) : null}
      <TextField
        label={t('decide.reject.text')}
        hint={t('decide.reject.text.hint')}
        name="reason"
        rows={3}
        maxLength={2_000}
        value={text}
        onChange={(rejectText) => onDraft({ rejectText })}
      />
      <CheckboxGroup
        label={t('decide.reject.block')}
        name="blocklist"
        options={kinds.map((value) => ({ value, label: t(`decide.block.${value}`) }))}
        value={blocked}
        onChange={(chosen) => onDraft({ blocked: chosen })}
      />
    </ActionPanel>
  );
}

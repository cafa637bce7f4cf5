import { useState } from 'react';
import type { AskablePiece } from '../../../../../shared/domain/capture/asked-pieces';
import { askedReasonTexts, isAskedReason, type AskedReason } from '../../terms/person-page';
import { useRead } from '../../api/use-read';
import { CheckboxGroup } from '../../parts/checkbox-group';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { ActionPanel } from './action-panel';
import { noAsk, type AskedDraft } from '../kept/drafts';
import type { PanelProps } from './panel-props';
import { PersonPreview } from './person-preview';
import { useDecision } from './use-decision';

/** Each reason for the pieces that it can be about. */
const reasonsOf: Readonly<Record<AskablePiece, readonly AskedReason[]>> = {
  document_type: ['wrong_document', 'expired'],
  id_front: [
    'blurred',
    'glare',
    'too_dark',
    'too_small',
    'cut_off',
    'covered',
    'expired',
    'wrong_document',
  ],
  id_back: ['blurred', 'glare', 'too_dark', 'too_small', 'cut_off', 'covered', 'wrong_document'],
  selfie: ['blurred', 'too_dark', 'covered'],
  liveness: ['too_dark', 'covered'],
  user_info: [],
  proof_of_address: ['blurred', 'cut_off', 'covered', 'expired', 'wrong_document'],
};

/** The case closes, and the person gets a new link: pieces, why, and what they will read. */
export function AskAgain({ view, drafts, onDraft, isReadOnly, onClose, onDone }: PanelProps) {
  const t = useText();
  const { data: choices } = useRead('GET /api/v1/cases/{id}/choices', { params: { id: view.id } });
  const [lacksPiece, setLacksPiece] = useState(false);
  const { mutate, isPending, error } = useDecision('POST /api/v1/cases/{id}/resubmit', () =>
    onDone(t('decide.resubmit.done')),
  );
  const pieces = choices?.pieces ?? [];
  const draftOf = (piece: AskablePiece): AskedDraft => drafts.asked[piece] ?? noAsk;
  const asked = pieces.filter((piece) => draftOf(piece).isAsked);
  const change = (piece: AskablePiece, patch: Partial<AskedDraft>): void =>
    onDraft({ asked: { ...drafts.asked, [piece]: { ...draftOf(piece), ...patch } } });
  const wish = asked.map((piece) => {
    const { reasonCode, message } = draftOf(piece);
    return {
      piece,
      reason_code: reasonCode === '' ? null : reasonCode,
      message: message.trim() === '' ? null : message.trim(),
    };
  });
  return (
    <ActionPanel
      title={t('decide.resubmit.title')}
      confirm={t('decide.resubmit')}
      isReadOnly={isReadOnly}
      isPending={isPending}
      problem={error}
      onConfirm={() => {
        setLacksPiece(wish.length === 0);
        if (wish.length > 0) mutate({ params: { id: view.id }, body: { pieces: wish } });
      }}
      onClose={onClose}
    >
      <p>{t('decide.resubmit.text')}</p>
      <CheckboxGroup
        label={t('decide.resubmit.pieces')}
        name="pieces"
        options={pieces.map((value) => ({ value, label: t(`piece.${value}`) }))}
        value={asked}
        onChange={(chosen) => {
          setLacksPiece(false);
          onDraft({
            asked: Object.fromEntries(
              pieces.map((piece) => [
                piece,
                { ...draftOf(piece), isAsked: chosen.includes(piece) },
              ]),
            ),
          });
        }}
      />
      {lacksPiece ? (
        <p className="field-error" role="alert">
          {t('decide.resubmit.lacks')}
        </p>
      ) : null}
      {asked.map((piece) => (
        <fieldset key={piece} className="asked-piece">
          <legend>{t(`piece.${piece}`)}</legend>
          {reasonsOf[piece].length === 0 ? null : (
            <SelectField
              label={t('decide.resubmit.reason')}
              value={draftOf(piece).reasonCode}
              options={[
                { value: '', label: t('decide.resubmit.reason.none') },
                ...reasonsOf[piece].map((value) => ({ value, label: t(`asked_reason.${value}`) })),
              ]}
              onChange={(reasonCode) => change(piece, { reasonCode })}
            />
          )}
          <TextField
            label={t('decide.resubmit.message')}
            hint={t('decide.resubmit.message.hint')}
            rows={2}
            maxLength={500}
            value={draftOf(piece).message}
            onChange={(message) => change(piece, { message })}
          />
        </fieldset>
      ))}
      {choices?.page == null || wish.length === 0 ? null : (
        <PersonPreview
          page={choices.page}
          pieces={wish.map(({ piece, reason_code: code, message }) => ({
            piece,
            reasonText: isAskedReason(code) ? askedReasonTexts[code] : null,
            message,
          }))}
        />
      )}
    </ActionPanel>
  );
}

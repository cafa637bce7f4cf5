import { useEffect, useState } from 'preact/hooks';
import { proofKinds } from '../../../../shared/domain/documents/proof-kinds';
import { unsentPiece } from '../camera/resume';
import { Button } from '../parts/button';
import { Step } from '../parts/step';
import { PictureStep } from './picture-step';
import type { StepProps } from '../step-props';

interface ProofFacts {
  readonly type: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** A paper that shows where the person lives: what it is, then the paper itself. */
export function ProofOfAddressStep(step: StepProps) {
  const [facts, setFacts] = useState<ProofFacts | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    void unsentPiece({ step, piece: 'proof_of_address' }).then((kept) => {
      if (gone.signal.aborted) return;
      // What was taken goes with what was said of it then.
      if (kept !== null) setFacts({ type: '', date: '' });
      setIsReady(true);
    });
    return () => gone.abort();
  }, []);
  if (!isReady) return null;
  if (facts === null) {
    return (
      <ProofForm
        step={step}
        isRefused={isRefused}
        onFacts={(given) => {
          setIsRefused(false);
          setFacts(given);
        }}
      />
    );
  }
  return (
    <PictureStep
      plan={{
        step,
        piece: 'proof_of_address',
        route: 'proof-of-address',
        texts: 'proof',
        use: 'document',
        shape: 'page',
        lookAt: null,
        formats: step.state.accepts.proofFormats,
        fields: { poa_document_type: facts.type, poa_document_date: facts.date },
        filesFirst: true,
      }}
      onInvalid={() => {
        setIsRefused(true);
        setFacts(null);
      }}
    />
  );
}

interface ProofFormShape {
  readonly step: StepProps;
  readonly isRefused: boolean;
  readonly onFacts: (facts: ProofFacts) => void;
}

function ProofForm({ step, isRefused, onFacts }: ProofFormShape) {
  const { t } = step;
  const [type, setType] = useState('');
  const [date, setDate] = useState('');
  const [missing, setMissing] = useState<'type' | 'date' | null>(isRefused ? 'date' : null);
  const today = localDay(new Date());
  const go = (): void => {
    if (type === '') setMissing('type');
    else if (date === '' || date > today) setMissing('date');
    else onFacts({ type, date });
  };
  return (
    <Step
      title={t('camera.proof.title')}
      text={t('camera.proof.text')}
      actions={
        <Button look="primary" onClick={go}>
          {t('way.go_on')}
        </Button>
      }
    >
      <div class={`field${missing === 'type' ? ' wrong' : ''}`}>
        <label htmlFor="proof-type">{t('camera.proof.type')}</label>
        <select
          id="proof-type"
          value={type}
          aria-invalid={missing === 'type'}
          aria-describedby="proof-type-error"
          onChange={({ currentTarget }) => setType(currentTarget.value)}
        >
          <option value="" disabled>
            {t('camera.proof.choose_type')}
          </option>
          {proofKinds.map((one) => (
            <option key={one} value={one}>
              {t(`camera.proof.${one}`)}
            </option>
          ))}
        </select>
        <p class="error" id="proof-type-error" role="alert">
          {missing === 'type' && t('camera.proof.type_missing')}
        </p>
      </div>
      <div class={`field${missing === 'date' ? ' wrong' : ''}`}>
        <label htmlFor="proof-date">{t('camera.proof.date')}</label>
        <input
          id="proof-date"
          type="date"
          max={today}
          value={date}
          aria-invalid={missing === 'date'}
          aria-describedby="proof-date-error"
          onInput={({ currentTarget }) => setDate(currentTarget.value)}
        />
        <p class="error" id="proof-date-error" role="alert">
          {missing === 'date' && t('camera.proof.date_wrong')}
        </p>
      </div>
    </Step>
  );
}

/** The person's day: in the evening it is not the day of Greenwich. */
function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

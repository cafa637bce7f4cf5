import { FileStep } from './file-step';
import type { StepProps } from './step-props';

/** A paper that shows where the person lives. */
export function ProofOfAddressStep(step: StepProps) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <FileStep
      step={step}
      route="proof-of-address"
      title="camera.proof.title"
      text="camera.proof.text"
      formats={step.state.accepts.proofFormats}
      fields={{ poa_document_type: 'utility_bill', poa_document_date: today }}
    />
  );
}

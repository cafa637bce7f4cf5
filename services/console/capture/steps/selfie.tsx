import { FileStep } from './file-step';
import type { StepProps } from './step-props';

/** The person's face. */
export function SelfieStep(step: StepProps) {
  return (
    <FileStep
      step={step}
      route="selfie"
      title="camera.selfie.title"
      text="camera.selfie.text"
      formats={step.state.accepts.formats}
      fields={{}}
    />
  );
}

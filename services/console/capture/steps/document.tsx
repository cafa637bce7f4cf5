import { FileStep } from './file-step';
import type { StepProps } from './step-props';

/** One side of the identity document. */
export function DocumentStep({ side, ...step }: StepProps & { readonly side: 'front' | 'back' }) {
  return (
    <FileStep
      step={step}
      route="documents"
      title={`camera.${side}.title`}
      text={`camera.${side}.text`}
      formats={step.state.accepts.formats}
      fields={{ side }}
    />
  );
}

import type { ToldOutcome, ToldStep } from '../flow/told-step';

/** What the page notices of its device and of how it is used; sent in a few batches, and trusted by nobody alone. */
export interface Signals {
  /** The camera in use, by the name its device gives it. */
  camera(label: string): void;
  /** A field that was filled by pasting; by its name, never by what was pasted. */
  pasted(field: string): void;
  /** A screen was shown, or ended so. */
  step(step: ToldStep, outcome: ToldOutcome): void;
}

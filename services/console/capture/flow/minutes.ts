import type { Screen } from './screen';

/** What a step takes a person who reads its sentence, in seconds: rounded up rather than down. */
const seconds: Readonly<Partial<Record<Screen['name'], number>>> = {
  document_choice: 15,
  document: 25,
  selfie: 20,
  liveness: 35,
  user_info: 45,
  proof_of_address: 45,
};
const aroundThemSeconds = 40;

/** How long it takes, in whole minutes. */
export function minutesFor(screens: readonly Screen[]): number {
  const sum = screens.reduce((all, { name }) => all + (seconds[name] ?? 0), aroundThemSeconds);
  return Math.max(1, Math.ceil(sum / 60));
}

import type { CheckNode, RefusedSignal, TransitionCommit } from '../activities/session/contract';
import { eventKey } from '../shared/domain/lifecycle/event';

/** The server fails the workflow's task at 400 bytes. */
const mostCharacters = 360;

/** What Temporal's UI shows beside an activity in a history: statuses, codes and names of checks. */
export function transitionSummary({ event, from, state, gateBefore }: TransitionCommit): string {
  const to = state.status === from ? `stays ${from}` : `${from} → ${state.status}`;
  const gate = state.gate ?? gateBefore;
  return inOneLine(`${to} (${eventKey(event)}${gate === null ? '' : ` at ${gate}`})`);
}

export function checksSummary(checks: readonly Pick<CheckNode, 'check'>[]): string {
  return inOneLine(checks.map(({ check }) => check).join(', '));
}

export function refusalSummary({ signal, code }: Pick<RefusedSignal, 'signal' | 'code'>): string {
  return inOneLine(`${signal} refused: ${code}`);
}

function inOneLine(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}

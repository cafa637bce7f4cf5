import { z } from 'zod';
import { isSignalName, signalNames, type SignalName } from './signal-catalogue';

/** `ignore`: does not count. `flag`: counts. `block`: rejects whatever the score. */
export const signalActions = ['ignore', 'flag', 'block'] as const;
export type SignalAction = (typeof signalActions)[number];

/** An organisation's `signal_actions`; a signal it does not name is flagged. */
export const signalActionsSchema = z
  .record(z.string().refine(isSignalName, 'is not a known signal'), z.enum(signalActions))
  .meta({ propertyNames: { enum: signalNames } });
export type SignalActions = Readonly<Record<string, SignalAction>>;

export function actionOf(actions: SignalActions, signal: SignalName): SignalAction {
  return Object.hasOwn(actions, signal) ? (actions[signal] ?? 'flag') : 'flag';
}

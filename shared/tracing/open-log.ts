import { pino, type Logger } from 'pino';
import { logFields } from './log-context';

/**
 * A process's log: JSON, a line each on stdout. Each line carries the ids of the work that it was written in, so
 * that one search by request, session, workflow or trace finds the lines of every process (`deploy/LOGS.md`).
 */
export function openLog(level: string, service: 'api' | 'worker'): Logger {
  return pino({ level, base: { service }, mixin: logFields });
}

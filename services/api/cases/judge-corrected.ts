import { readStatedData } from '../../../shared/applicant/stated-fields';
import { loadLayers, overriddenChecks } from '../../../shared/attempt/outcome-layers';
import { readAttempt } from '../../../shared/attempt/read-attempt';
import type { AttemptOf } from '../../../shared/attempt/readings';
import type { SessionRow } from '../../../shared/database/schema';
import { readableData } from '../../../shared/domain/checks/extracted-data';
import type { CheckName } from '../../../shared/domain/checks/outcome';
import { rulesOverRead, type ReadRecord } from '../../../shared/domain/checks/rules/over-read';
import { calendarDay } from '../../../shared/domain/dates/calendar-day';
import { askedConfigs } from '../../../shared/domain/graph/asked-configs';
import type { ApiDeps } from '../deps';
import type { NewLayer } from './rerun-decision';

/**
 * What the rules over read data say of the corrected data, for the checks that the attempt ran. Engines
 * are not asked again, and lists and duplicates keep what they found: only rules over the fields change.
 */
export async function judgeCorrected(
  deps: Pick<ApiDeps, 'db' | 'keyring'>,
  session: SessionRow,
  ref: AttemptOf,
  corrected: Readonly<Record<string, unknown>>,
): Promise<readonly NewLayer[]> {
  const [found, layers] = await Promise.all([
    readAttempt(deps.db, ref),
    loadLayers(deps.db, [ref.sessionId]),
  ]);
  if (found === null) return [];
  return layersOver(
    {
      extracted: readableData(corrected),
      documentType: session.document_type,
      documentCountry: session.document_country,
      today: calendarDay(found.startedAt, found.settings.time_zone ?? 'UTC'),
      stated: () => readStatedData(deps.keyring, session),
    },
    {
      ran: found.outcomes.map(({ check }) => check),
      overridden: overriddenChecks(layers, ref),
      configs: askedConfigs(found.definition.graph),
    },
  );
}

export interface JudgedBefore {
  readonly ran: readonly CheckName[];
  /** A reviewer's word over an engine's: no rule takes it back. */
  readonly overridden: ReadonlySet<CheckName>;
  readonly configs: ReadonlyMap<CheckName, Readonly<Record<string, unknown>>>;
}

/** The rules' word on the checks that ran and that no reviewer has overridden. */
export function layersOver(
  read: ReadRecord,
  { ran, overridden, configs }: JudgedBefore,
): readonly NewLayer[] {
  const rules: Partial<Record<CheckName, (typeof rulesOverRead)[keyof typeof rulesOverRead]>> =
    rulesOverRead;
  return ran
    .filter((check) => !overridden.has(check))
    .flatMap((check) => {
      const outcome = rules[check]?.(read, configs.get(check) ?? {}) ?? null;
      return outcome === null ? [] : [{ check, status: outcome.status, reasons: outcome.reasons }];
    });
}

import { judgeCrossref } from '../../../shared/domain/checks/rules/judge-crossref';
import { compareFields } from '../../../shared/domain/checks/rules/compare-fields';
import { judgeAge } from '../../../shared/domain/checks/rules/age';
import { calendarDay } from '../../../shared/domain/dates/calendar-day';
import { judgeExpiration } from '../../../shared/domain/checks/rules/document-expiration';
import {
  declaredDocument,
  judgeDocumentFilter,
} from '../../../shared/domain/checks/rules/id-document-filter';
import {
  ageConfigSchema,
  idDocumentFilterConfigSchema,
  identityCrossrefConfigSchema,
} from '../../../shared/domain/checks/check-config';
import {
  extractedDataSchema,
  type ExtractedData,
} from '../../../shared/domain/checks/extracted-data';
import type { CheckName, CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { SessionRow } from '../../../shared/database/schema';
import { checksOf } from '../../../shared/domain/graph/walk';
import type { SessionId } from '../../../shared/domain/ids';
import { readStatedData } from '../../../shared/applicant/stated-fields';
import { readAttempt } from '../../../shared/attempt/read-attempt';
import type { ApiDeps } from '../deps';
import type { NewLayer } from './rerun-decision';

interface Ref {
  readonly sessionId: SessionId;
  readonly attempt: number;
}
type Config = Readonly<Record<string, unknown>>;

/**
 * What the rules over read data say of the corrected data, for the checks that the attempt ran. Engines
 * are not asked again, and lists and duplicates keep what they found: only rules over the fields change.
 */
export async function judgeCorrected(
  deps: Pick<ApiDeps, 'db' | 'keyring'>,
  session: SessionRow,
  ref: Ref,
  corrected: Readonly<Record<string, unknown>>,
): Promise<readonly NewLayer[]> {
  const data = extractedDataSchema.partial().parse(corrected);
  const { ran, configs, today } = await attemptOf(deps, session, ref);
  const outcomes = [
    expiration(data, today),
    age(data, configs.get('age') ?? {}, today),
    filter(data, configs.get('id_document_filter') ?? {}, session),
    crossref(deps, data, configs.get('identity_crossref') ?? {}, session),
  ];
  return outcomes.flatMap((outcome) =>
    outcome === null || !ran.has(outcome.check)
      ? []
      : [{ check: outcome.check, status: outcome.status, reasons: outcome.reasons }],
  );
}

type Corrected = { readonly [F in keyof ExtractedData]?: ExtractedData[F] | undefined };

function expiration(
  { document_expiration_date: day }: Corrected,
  today: string,
): CheckOutcome | null {
  return day === undefined ? null : judgeExpiration({ document_expiration_date: day }, today);
}

function age(
  { date_of_birth: day, date_of_birth_partial: part }: Corrected,
  config: Config,
  today: string,
): CheckOutcome | null {
  if (day === undefined) return null;
  const birth = { date_of_birth: day, date_of_birth_partial: part };
  return judgeAge(birth, ageConfigSchema.parse(config), today).outcome;
}

function filter(data: Corrected, config: Config, session: SessionRow): CheckOutcome | null {
  const { document_type, document_issuing_state } = data;
  if (document_type === undefined || document_issuing_state === undefined) return null;
  return judgeDocumentFilter(
    { document_type, document_issuing_state },
    idDocumentFilterConfigSchema.parse(config),
    declaredDocument(session.document_type, session.document_country),
  );
}

function crossref(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  data: Corrected,
  config: Config,
  session: SessionRow,
): CheckOutcome | null {
  const whole = extractedDataSchema.safeParse(data);
  if (!whole.success) return null;
  const { fields, name_threshold, name_unclear_from } = identityCrossrefConfigSchema.parse(config);
  const { known, typed } = readStatedData(keyring, session);
  const comparisons = [known, typed]
    .flatMap((stated) => compareFields(stated, whole.data))
    .filter(({ field }) => fields.includes(field));
  return judgeCrossref(comparisons, { same: name_threshold, unclear: name_unclear_from });
}

/** By the version that judged the attempt, on its day. */
async function attemptOf(
  deps: Pick<ApiDeps, 'db'>,
  session: SessionRow,
  ref: Ref,
): Promise<{
  readonly ran: ReadonlySet<CheckName>;
  readonly configs: ReadonlyMap<CheckName, Config>;
  readonly today: string;
}> {
  const found = await readAttempt(deps.db, ref);
  const nodes = found === null ? [] : checksOf(found.definition.graph);
  return {
    ran: new Set(found?.outcomes.map(({ check }) => check)),
    configs: new Map(nodes.map(({ check, config }) => [check, config])),
    today: calendarDay(found?.startedAt ?? session.updated_at, found?.settings.time_zone ?? 'UTC'),
  };
}

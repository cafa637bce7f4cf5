import { isGrpcServiceError, type Connection } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time';
import { VerifaError } from '../domain/errors/verifa-error';
import { searchAttributes } from './search-attributes';

type Wire = Pick<Connection, 'workflowService' | 'operatorService'>;

/** `temporal.api.enums.v1.IndexedValueType`, by its numbers in the protocol. */
const wireTypes = { KEYWORD: 2, INT: 3, DATETIME: 6, KEYWORD_LIST: 7 } as const;
const dayMs = 24 * 60 * 60 * 1_000;
/** A history is needed for as long as somebody may ask why; sessions under review count from their end. */
export const defaultRetentionDays = 7;
const alreadyThere: ReadonlySet<number> = new Set([6]);
/** Invalid argument (an unknown attribute), not found (an unknown namespace), unavailable. */
const notYet: ReadonlySet<number> = new Set([3, 5, 14]);
const knownWithinMs = 60_000;
const lookEveryMs = 500;

export interface Prepared {
  readonly isNew: boolean;
  /** Of the histories of closed workflows, as it is now. */
  readonly retentionDays: number;
  /** Search attributes that were missing. */
  readonly added: readonly string[];
}

/**
 * The namespace with all that the service needs in it; what is there already stays. A longer retention than the
 * wished one is left alone.
 */
export async function prepareNamespace(
  wire: Wire,
  namespace: string,
  wishedDays = defaultRetentionDays,
): Promise<Prepared> {
  const isNew = await register(wire, namespace, wishedDays);
  const retentionDays = isNew ? wishedDays : await lengthen(wire, namespace, wishedDays);
  const { missing } = await soon(() => judgeSearchAttributes(wire, namespace));
  await soon(() => addSearchAttributes(wire, namespace, missing));
  await soon(() => askBySearchAttributes(wire, namespace));
  return { isNew, retentionDays, added: missing };
}

/** Servers look at a namespace anew every few seconds: until then it, or a new attribute of it, is unknown. */
async function soon<T>(work: () => Promise<T>): Promise<T> {
  const bound = Date.now() + knownWithinMs;
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      const isFinal = isGrpcServiceError(cause) && !notYet.has(cause.code);
      if (isFinal || Date.now() > bound) throw cause;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
}

async function askBySearchAttributes({ workflowService }: Wire, namespace: string): Promise<void> {
  const query = searchAttributes.map(({ name }) => `${name} IS NULL`).join(' AND ');
  await workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 });
}

async function register(
  { workflowService }: Wire,
  namespace: string,
  days: number,
): Promise<boolean> {
  try {
    await workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(days * dayMs),
    });
    return true;
  } catch (cause) {
    if (isGrpcServiceError(cause) && alreadyThere.has(cause.code)) return false;
    throw cause;
  }
}

async function lengthen(
  { workflowService }: Wire,
  namespace: string,
  wishedDays: number,
): Promise<number> {
  const { config } = await workflowService.describeNamespace({ namespace });
  const days = (optionalTsToMs(config?.workflowExecutionRetentionTtl) ?? 0) / dayMs;
  if (days >= wishedDays) return days;
  await workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs(wishedDays * dayMs) },
  });
  return wishedDays;
}

/** All of the list, or those of these names. */
export async function addSearchAttributes(
  { operatorService }: Pick<Wire, 'operatorService'>,
  namespace: string,
  names: readonly string[] = searchAttributes.map(({ name }) => name),
): Promise<void> {
  if (names.length === 0) return;
  await operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(
      searchAttributes
        .filter(({ name }) => names.includes(name))
        .map(({ name, type }) => [name, wireTypes[type]]),
    ),
  });
}

interface Judged {
  readonly missing: readonly string[];
  /** There under another type: nothing of ours can be kept in them. */
  readonly wrong: readonly string[];
}

async function judgeSearchAttributes(
  { operatorService }: Pick<Wire, 'operatorService'>,
  namespace: string,
): Promise<Judged> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const present: Readonly<Record<string, number>> = customAttributes;
  return {
    missing: searchAttributes.flatMap(({ name }) => (name in present ? [] : [name])),
    wrong: searchAttributes.flatMap(({ name, type, typeName }) =>
      name in present && present[name] !== wireTypes[type]
        ? [`${name} is not of type ${typeName}`]
        : [],
    ),
  };
}

/**
 * A workflow that names an unknown attribute fails its task for ever, and each new session with it: the worker
 * does not start.
 *
 * @throws VerifaError config_invalid
 */
export async function requireSearchAttributes(wire: Wire, namespace: string): Promise<void> {
  const { missing, wrong } = await judgeSearchAttributes(wire, namespace);
  if (missing.length === 0 && wrong.length === 0) return;
  const what = [...(missing.length === 0 ? [] : [`has no ${missing.join(', ')}`]), ...wrong];
  throw new VerifaError('config_invalid', {
    detail:
      `Temporal's namespace ${namespace}: ${what.join('; ')}. Run \`npm run admin -- prepare-temporal\` ` +
      '(in containers `node dist/services/admin/main.js prepare-temporal`); see deploy/TEMPORAL.md.',
  });
}

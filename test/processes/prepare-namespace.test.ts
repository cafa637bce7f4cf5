import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { prepareNamespace, requireSearchAttributes } from '../../shared/temporal/prepare-namespace';
import { searchAttributes } from '../../shared/temporal/search-attributes';
import { eventually } from './running-process';
import { stackAddresses } from '../stack/addresses';

let connection: Connection;
beforeAll(async () => {
  connection = await Connection.connect({ address: stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS });
});
afterAll(() => connection.close());

const newName = (): string => `prepared-${randomBytes(6).toString('hex')}`;

async function retentionDays(namespace: string): Promise<number> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  return (optionalTsToMs(config?.workflowExecutionRetentionTtl) ?? 0) / 86_400_000;
}

/** As somebody made it who knew nothing of ours. */
async function registered(days: number): Promise<string> {
  const namespace = newName();
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs(days * 86_400_000),
  });
  await eventually('the namespace', () =>
    connection.operatorService.listSearchAttributes({ namespace }).catch(() => undefined),
  );
  return namespace;
}

test('a namespace that is not there is made, with all search attributes and a week of histories', async () => {
  const namespace = newName();
  const made = await prepareNamespace(connection, namespace);
  expect(made).toEqual({
    isNew: true,
    retentionDays: 7,
    added: searchAttributes.map(({ name }) => name),
  });
  expect(await retentionDays(namespace)).toBe(7);
  // Any worker may start now, and a second run changes nothing.
  await requireSearchAttributes(connection, namespace);
  expect(await prepareNamespace(connection, namespace)).toEqual({
    isNew: false,
    retentionDays: 7,
    added: [],
  });
});

test('of one that is there the retention is lengthened and never shortened', async () => {
  const [short, long] = [await registered(1), await registered(30)];
  expect(await prepareNamespace(connection, short)).toMatchObject({
    isNew: false,
    retentionDays: 7,
  });
  expect(await prepareNamespace(connection, long)).toMatchObject({ retentionDays: 30 });
  expect([await retentionDays(short), await retentionDays(long)]).toEqual([7, 30]);
});

test('a worker is told which attributes are missing, which are of another type, and what makes them', async () => {
  const namespace = await registered(1);
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: {
      VerifaAttempt: temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
    },
  });
  await eventually('the attribute', async () => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace,
    });
    return customAttributes['VerifaAttempt'] === undefined ? undefined : true;
  });
  const refusal: unknown = await requireSearchAttributes(connection, namespace).catch(
    (cause: unknown) => cause,
  );
  if (!(refusal instanceof VerifaError)) throw new Error('the worker would start');
  expect(refusal.code).toBe('config_invalid');
  expect(refusal.detail).toMatch(
    /VerifaKind, VerifaStatus.*VerifaAttempt is not of type Int.*prepare-temporal/s,
  );
});

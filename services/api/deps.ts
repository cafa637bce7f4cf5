import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { ApiSettings } from '../../shared/config/settings';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import type { Tenancy } from '../../shared/database/tenancy';
import type { ErrorCode } from '../../shared/domain/errors/catalogue';
import type { ErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import type { PageSize } from '../../shared/images/pdf-first-page';
import type { RateCounter } from '../../shared/limits/rate-counter';
import type { MetricsSink } from '../../shared/metrics/metrics';
import type { Tracer } from '../../shared/tracing/tracer';
import type { LookUpAddress } from './network/address-facts';
import type { ObjectStore } from '../../shared/storage/object-store';
import type { SessionClient } from '../../shared/temporal/session-client';
import type { ApiCopies } from './copies/api-copies';
import type { BodyBudget } from './http/body-budget';
import type { BuiltPages } from './pages/built-pages';
import type { Oidc } from './console-login/oidc/oidc';
import type { Passwords } from './console-login/passwords';
import type { StartsBehind } from './sessions/starts-behind';

/** All that the API's routes touch of the world; `main.ts` and the tests make it. */
export interface ApiDeps {
  /** Reaches the rows of the tenant whose request it is, and no others. */
  readonly db: Kysely<Database>;
  /** For what is asked before anybody knows whose request it is: counters, look-ups by key and token. */
  readonly nobodys: Kysely<Database>;
  /** Entered once a request's tenant is known. */
  readonly tenancy: Tenancy;
  /** Of what nearly every request reads. */
  readonly copies: ApiCopies;
  readonly keyring: Keyring;
  readonly objects: ObjectStore;
  /** Of erasures, outside of Postgres. */
  readonly journal: ErasureJournal;
  /** Why nothing may be answered yet, as far as the journal is known; null: all may. */
  readonly closedBy: () => ErrorCode | null;
  readonly sessions: SessionClient;
  /** Of workflows, after the answers that promise them. */
  readonly starts: StartsBehind;
  readonly settings: ApiSettings;
  /** How many faces a picture shows; runs off the event loop. */
  readonly countFaces: (image: Buffer) => Promise<number>;
  /** How large the first page of a PDF is; drawn in a process of its own, in turn with others. */
  readonly measurePdf: (pdf: Buffer) => Promise<PageSize>;
  /** What is known of an address: country, and whether it is on the operator's lists. */
  readonly lookUpAddress: LookUpAddress;
  /** Counts requests by the minute, over all API processes. */
  readonly rates: RateCounter;
  /** Where people sign in instead of here; null: nowhere. */
  readonly oidc: Oidc | null;
  /** Of people who sign in to the console. */
  readonly passwords: Passwords;
  /** How much of requests' bodies may be held in memory, and how slow they may come. */
  readonly bodies: BodyBudget;
  /** What browsers load; null where `npm run build` has not been run. */
  readonly pages: BuiltPages | null;
  readonly clock: () => Date;
  /** Aborted when the process is asked to stop: it is not ready any more, and still answers. Absent: never. */
  readonly leaving?: AbortSignal;
  /** Aborted when the process begins to stop: what lasts (streams) ends then. */
  readonly stopping: AbortSignal;
  readonly log: Logger;
  /** Counts the requests; absent, nobody does. */
  readonly metrics?: MetricsSink;
  /** Where spans go; absent, none are made. */
  readonly tracer?: Tracer | undefined;
  /** Told of each answer that is not as its route declares it; absent, answers are not looked at. */
  readonly onUndeclared?: (what: string) => void;
}

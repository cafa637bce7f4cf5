import type { Kysely } from 'kysely';
import { runMigrations, type Migrated, type RunOptions } from './migrating/run-migrations';
import type { SchemaMigrations } from './migrating/schema-migration';
import { sessionsMigration } from './migrations/0001-sessions';
import { workflowVersionsMigration } from './migrations/0003-workflow-versions';
import { livenessMigration } from './migrations/0004-liveness';
import { watchlistsMigration } from './migrations/0005-watchlists';
import { duplicatesAndListsMigration } from './migrations/0006-duplicates-and-lists';
import { documentPrintsMigration } from './migrations/0007-document-prints';
import { reviewMigration } from './migrations/0008-review';
import { riskMigration } from './migrations/0009-risk';
import { identitiesMigration } from './migrations/0010-identities';
import { auditChainMigration } from './migrations/0011-audit-chain';
import { limitsMigration } from './migrations/0012-limits';
import { eventFeedMigration } from './migrations/0015-event-feed';
import { lastRequestMigration } from './migrations/0018-last-request';
import { invitationsMigration } from './migrations/0019-invitations';
import { twoOwnersMigration } from './migrations/0023-two-owners';
import { consentsMigration } from './migrations/0024-consents';
import { askedAgainMigration } from './migrations/0024-asked-again';
import { environmentsMigration } from './migrations/0025-environments';
import { simulatedAttemptsMigration } from './migrations/0026-simulated-attempts';
import { retentionMigration } from './migrations/0017-retention';
import { webhookEd25519Migration } from './migrations/0016-webhook-ed25519';
import { optionalChecksMigration } from './migrations/0021-optional-checks';
import { livenessDrawMigration } from './migrations/0036-liveness-draw';
import { auditReadsMigration } from './migrations/0034-audit-reads';
import { listItemKeysMigration } from './migrations/0035-list-item-keys';
import { forensicsInWorkflowsMigration } from './migrations/0037-forensics-in-workflows';
import { whosePictureMigration } from './migrations/0038-whose-picture';
import { deliveryNotBeforeMigration } from './migrations/0033-delivery-not-before';
import { effectsMigration } from './migrations/0029-effects';
import { whoseAnswersMigration } from './migrations/0027-whose-answers';
import { erasingWholeMigration } from './migrations/0028-erasing-whole';
import { watchlistKeysMigration } from './migrations/0039-watchlist-keys';
import { capturePageMigration } from './migrations/0040-capture-page';
import { organizationLogosMigration } from './migrations/0041-organization-logos';
import { ageInHighRiskMigration } from './migrations/0042-age-in-high-risk';
import { cleanUpIndexesMigration } from './migrations/0043-clean-up-indexes';
import { announcedChangesMigration } from './migrations/0044-announced-changes';
import { outboxMigration } from './migrations/0045-outbox';
import { listIndexesMigration } from './migrations/0046-list-indexes';
import { sessionTotalsMigration } from './migrations/0047-session-totals';
import { erasedFacesMigration } from './migrations/0048-erased-faces';
import { tenantsMigration } from './migrations/0049-tenants';
import { consoleMigration } from './migrations/0051-console';
import { auditCheckpointsMigration } from './migrations/0052-audit-checkpoints';
import { countedByIndexMigration } from './migrations/0053-counted-by-index';
import { caseQueueMigration } from './migrations/0054-case-queue';
import { readsOfAnEnvironmentMigration } from './migrations/0055-reads-of-an-environment';
import { disagreementMigration } from './migrations/0056-disagreement';
import { answerHeadsMigration } from './migrations/0057-answer-heads';
import { schemaVersionMigration } from './migrations/0058-schema-version';
import { checkedListsMigration } from './migrations/0059-checked-lists';
import { monitoredSessionsMigration } from './migrations/0060-monitored-sessions';
import { tracedEventsMigration } from './migrations/0061-traced-events';
import { erasureJournalMigration } from './migrations/0062-erasure-journal';
import { journalOfBeforeMigration } from './migrations/0063-journal-of-before';
import type { Database } from './schema';

/** In the order of their names; a migration that has shipped is never edited. */
export const migrations = {
  '0001-sessions': sessionsMigration,
  '0003-workflow-versions': workflowVersionsMigration,
  '0004-liveness': livenessMigration,
  '0005-watchlists': watchlistsMigration,
  '0006-duplicates-and-lists': duplicatesAndListsMigration,
  '0007-document-prints': documentPrintsMigration,
  '0008-review': reviewMigration,
  '0009-risk': riskMigration,
  '0010-identities': identitiesMigration,
  '0011-audit-chain': auditChainMigration,
  '0012-limits': limitsMigration,
  '0015-event-feed': eventFeedMigration,
  '0016-webhook-ed25519': webhookEd25519Migration,
  '0017-retention': retentionMigration,
  '0018-last-request': lastRequestMigration,
  '0019-invitations': invitationsMigration,
  '0021-optional-checks': optionalChecksMigration,
  '0023-two-owners': twoOwnersMigration,
  '0024-asked-again': askedAgainMigration,
  '0024-consents': consentsMigration,
  '0025-environments': environmentsMigration,
  '0026-simulated-attempts': simulatedAttemptsMigration,
  '0027-whose-answers': whoseAnswersMigration,
  '0028-erasing-whole': erasingWholeMigration,
  '0029-effects': effectsMigration,
  '0033-delivery-not-before': deliveryNotBeforeMigration,
  '0034-audit-reads': auditReadsMigration,
  '0035-list-item-keys': listItemKeysMigration,
  '0036-liveness-draw': livenessDrawMigration,
  '0037-forensics-in-workflows': forensicsInWorkflowsMigration,
  '0038-whose-picture': whosePictureMigration,
  '0039-watchlist-keys': watchlistKeysMigration,
  '0040-capture-page': capturePageMigration,
  '0041-organization-logos': organizationLogosMigration,
  '0042-age-in-high-risk': ageInHighRiskMigration,
  '0043-clean-up-indexes': cleanUpIndexesMigration,
  '0044-announced-changes': announcedChangesMigration,
  '0045-outbox': outboxMigration,
  '0046-list-indexes': listIndexesMigration,
  '0047-session-totals': sessionTotalsMigration,
  '0048-erased-faces': erasedFacesMigration,
  '0049-tenants': tenantsMigration,
  '0051-console': consoleMigration,
  '0052-audit-checkpoints': auditCheckpointsMigration,
  '0053-counted-by-index': countedByIndexMigration,
  '0054-case-queue': caseQueueMigration,
  '0055-reads-of-an-environment': readsOfAnEnvironmentMigration,
  '0056-disagreement': disagreementMigration,
  '0057-answer-heads': answerHeadsMigration,
  '0058-schema-version': schemaVersionMigration,
  '0059-checked-lists': checkedListsMigration,
  '0060-monitored-sessions': monitoredSessionsMigration,
  '0061-traced-events': tracedEventsMigration,
  '0062-erasure-journal': erasureJournalMigration,
  '0063-journal-of-before': journalOfBeforeMigration,
} satisfies SchemaMigrations;

/** What this build needs of a database. */
export const knownMigrations: readonly string[] = Object.keys(migrations);

const defaults: RunOptions = { waitMs: 600_000, lockTimeoutMs: 2_000, report: () => undefined };

/**
 * Brings the schema up to date; safe to call from several processes at once. One that a later release brought
 * further is left as it is. Needs a session of its own: not through a pooler that shares connections.
 */
export function migrateToLatest(
  db: Kysely<Database>,
  options: Partial<RunOptions> = {},
): Promise<Migrated> {
  return runMigrations(db, migrations, { ...defaults, ...options });
}

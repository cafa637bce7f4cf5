/**
 * The values of labels that are listed nowhere else. A value outside of its label's list or form is written as
 * `other`: whatever a caller hands over, no text of a person and no id becomes a series.
 */
export const otherValue = 'other';
/** Of a label without a list a process keeps so many values; more are `other`. */
export const mostOpenValues = 500;

export const parts = ['postgres', 'temporal', 'object_store'] as const;
export const fullParts = ['postgres', 'object_store'] as const;
export const poolStates = ['idle', 'busy'] as const;
export const disks = ['objects', 'temporary'] as const;
/** All there are (`services/worker/activity-tenants.ts`), so that each begins at 0. */
export const activityNames = [
  'loadSession',
  'judgeSubmit',
  'commitTransition',
  'loadAttempt',
  'chooseRoute',
  'recordRefusedSignal',
  'recordErrors',
  'eraseObjects',
  'runDocumentChecks',
  'runFaceChecks',
  'runRecordChecks',
  'runChecks',
  'sendInvitation',
  'tryDelivery',
  'sweepSessions',
  'startOwedInvitations',
  'sealAudit',
  'finishErasures',
  'cleanUp',
  'deleteOrphans',
  'endRetention',
  'configuredWatchlists',
  'refreshWatchlist',
  'alertStaleWatchlist',
] as const;
export const activityResults = ['completed', 'failed', 'cancelled'] as const;
export const deathReasons = ['crashed', 'overran', 'too_large', 'aborted'] as const;
export type DeathReason = (typeof deathReasons)[number];
/** Those that are not `delivered`. */
export const deliveryStatuses = ['pending', 'held', 'failed'] as const;
export const disabledReasons = ['failed_in_a_row', 'receiver_gone'] as const;
/** As `send-try.ts` and `address-guard.ts` name them. */
export const tryResults = [
  'taken',
  'timeout',
  'connection_refused',
  'connection_failed',
  'tls_failed',
  'redirect_refused',
  'status_not_2xx',
  'url_invalid',
  'https_required',
  'credentials_in_url',
  'port_not_allowed',
  'address_not_public',
  'name_unresolved',
] as const;

/** A method and a pattern of ours, e.g. `GET /api/v1/sessions/:id`; never a path as it was asked. */
export const routePattern = /^([A-Z]{3,7} )?(\/[A-Za-z0-9_.:{}*-]*)+$|^unknown$/;
export const statusCode = /^[1-5]\d\d$/;
export const queue = /^verifa-[a-z]{1,20}$/;
export const sourceName = /^[a-z_]{1,40}$/;

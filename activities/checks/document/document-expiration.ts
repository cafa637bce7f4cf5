import type { CheckOutcome } from '../../../shared/checks/outcome';
import type { DocumentFields } from './mrz/parse-mrz';

/**
 * `document_expiration`: a document is good through the whole of its last day, as the organisation's
 * calendar counts it.
 * @param today `calendarDay(now, timeZone)`
 */
export function judgeExpiration(
  fields: Pick<DocumentFields, 'document_expiration_date'>,
  today: string,
): CheckOutcome {
  const expiry = fields.document_expiration_date;
  return {
    check: 'document_expiration',
    status: expiry === null ? 'skipped' : expiry < today ? 'failed' : 'passed',
    score: null,
    reasons:
      expiry === null ? ['expiration_date_unreadable'] : expiry < today ? ['document_expired'] : [],
    engine: 'calendar',
    engineVersion: '1',
  };
}

import type { CheckOutcome } from '../outcome';
import type { DocumentFields } from '../document-fields';

/**
 * `document_expiration`: a document is good through the whole of its last day, as the organisation's
 * calendar counts it.
 * @param today `calendarDay(now, timeZone)`
 */
export function judgeExpiration(
  fields: Pick<DocumentFields, 'document_expiration_date' | 'document_issue_date'>,
  today: string,
): CheckOutcome {
  const expiry = fields.document_expiration_date;
  const issued = fields.document_issue_date;
  const reasons = [
    ...(expiry === null ? ['expiration_date_unreadable'] : []),
    ...(expiry !== null && expiry < today ? ['document_expired'] : []),
    ...(typeof issued === 'string' && issued > today ? ['issued_in_future'] : []),
  ];
  const wrong = reasons.some((reason) => reason !== 'expiration_date_unreadable');
  return {
    check: 'document_expiration',
    status: wrong ? 'failed' : expiry === null ? 'skipped' : 'passed',
    score: null,
    reasons,
    engine: 'calendar',
    engineVersion: '2',
  };
}

import type { CheckName } from '../../../shared/domain/checks/outcome';
import type { NewLayer } from './rerun-decision';

/** The layer that a reviewer's override lays over a check. */
export function overrideLayer(check: CheckName, passed: boolean): NewLayer {
  return {
    check,
    status: passed ? 'passed' : 'failed',
    reasons: passed ? [] : ['overridden_by_reviewer'],
  };
}

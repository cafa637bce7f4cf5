import { checkConfigSchemas } from '../checks/check-config';
import type { CheckName } from '../checks/outcome';
import { canonicalJson } from '../canonical-json';

type CheckConfig = Readonly<Record<string, unknown>>;

/** Compared as the check reads them: what is left to its default is the same as the default written out. */
export function sameConfig(check: CheckName, a: CheckConfig, b: CheckConfig): boolean {
  return canonicalJson(readConfig(check, a)) === canonicalJson(readConfig(check, b));
}

/** A stored configuration that its schema of today refuses is compared as it was written. */
function readConfig(check: CheckName, config: CheckConfig): unknown {
  const parsed = checkConfigSchemas[check].safeParse(config);
  return parsed.success ? parsed.data : config;
}

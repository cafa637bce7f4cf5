import { riskVerdict } from '../../../shared/domain/checks/rules/risk-reasons';
import { assessRisk } from '../../../shared/domain/risk/assess-risk';
import { signalActionsSchema } from '../../../shared/domain/risk/signal-actions';
import type { Finding } from '../records/risk/finding';
import { judgeIntegrity } from '../records/risk/integrity-signals';
import { judgeNetwork } from '../records/risk/network-signals';
import { judgePageBatches, loadPageBatches, reportedTimeZone } from '../records/risk/page-signals';
import { judgeReasons } from '../records/risk/reason-signals';
import { loadSeenAddresses } from '../records/risk/session-addresses';
import { storeAssessment } from '../records/risk/store-assessment';
import { captureDurationMs, judgeTiming } from '../records/risk/timing-signals';
import type { Judge, JudgeContext } from '../judge/judge';

/** `risk_assessment`: always runs, last of all, on what the others found and what capture recorded. */
export const judgeRiskAssessment: Judge = async (context) => {
  const findings = await gather(context);
  const triggered = new Map(findings.flatMap((finding) => [...finding.triggered]));
  const notEvaluated = findings.flatMap((finding) => finding.notEvaluated);
  const actions = signalActionsSchema.parse(context.input.settings.signal_actions ?? {});
  const assessment = assessRisk(triggered.keys(), actions);
  storeAssessment(context, { assessment, triggered, notEvaluated });
  const outcome = { ...riskVerdict(assessment), engine: 'risk-signals', engineVersion: '1' };
  return { outcome, evidence: Object.fromEntries(triggered) };
};

async function gather(context: JudgeContext): Promise<readonly Finding[]> {
  const { deps, input, found } = context;
  const { session, dataKey } = input;
  const batches = await loadPageBatches(deps.db, dataKey, session.id);
  const countries = [session.document_country, session.country];
  return [
    judgeTiming(await captureDurationMs(deps.db, session.id)),
    judgePageBatches(batches),
    judgeNetwork({
      addresses: await loadSeenAddresses(deps.db, session),
      expectedCountries: countries.flatMap((country) => (country === null ? [] : [country])),
      timeZone: reportedTimeZone(batches),
    }),
    judgeReasons(found.outcomes()),
    await judgeIntegrity(context),
  ];
}

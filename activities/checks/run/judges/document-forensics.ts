import {
  documentForensicsConfigSchema,
  type ForensicReason,
} from '../../../../shared/checks/check-config';
import type { SessionId } from '../../../../shared/ids';
import { findReuse } from '../../forensics/find-reuse';
import { judgeForensics, tracedReasons } from '../../forensics/judge-forensics';
import { keepPrints, type TracedDocument } from '../../forensics/keep-prints';
import type { Judge } from '../judge';
import { skipped } from '../write-outcome';

/** `document_forensics`: each side on its own, as its bytes were uploaded. */
export const judgeDocumentForensicsCheck: Judge = async ({ deps, input, ref, signal }, config) => {
  const { fail_on: failOn } = documentForensicsConfigSchema.parse(config);
  const pages = (['id_front', 'id_back'] as const).flatMap((side) =>
    input.documents(side).map((document) => ({ side, document })),
  );
  if (pages.length === 0) return { outcome: skipped('document_forensics', 'input_missing') };
  const found: ForensicReason[] = [];
  const traced: TracedDocument[] = [];
  const evidence: Record<string, unknown> = {};
  for (const { side, document } of pages) {
    const bytes = await input.open(document);
    const { print, ...traces } = await deps.engines.traceImage(bytes, signal);
    found.push(...tracedReasons({ print, ...traces }));
    traced.push({ documentId: document.id, bytes, print });
    evidence[side] = traces;
  }
  await keepPrints(deps, input.session, ref, traced);
  const sessions = new Set<SessionId>();
  for (const document of traced) {
    const { exact, alike } = await findReuse(deps, input.session, document, signal);
    for (const id of [...exact, ...alike]) sessions.add(id);
  }
  if (sessions.size > 0) found.push('image_reused');
  return {
    outcome: judgeForensics(found, failOn),
    evidence: { ...evidence, reused_from: [...sessions] },
  };
};

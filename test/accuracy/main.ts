import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { accuracyDeps, type AccuracyDeps } from './accuracy-deps';
import { costSection } from './cost-section';
import { documentSection } from './document-section';
import { faceDuplicatesSection } from './face-duplicates';
import { faceSection } from './face-section';
import { forensicsSection } from './forensics-section';
import { livenessSection } from './liveness-section';
import { renderReport, type Section } from './report';
import { watchlistSection } from './watchlist-section';

/** In the order of the report. */
const parts: Readonly<Record<string, (deps: AccuracyDeps) => Promise<Section>>> = {
  documents: documentSection,
  faces: faceSection,
  duplicates: faceDuplicatesSection,
  liveness: livenessSection,
  forensics: forensicsSection,
  watchlists: watchlistSection,
  cost: costSection,
};

/**
 * `npm run accuracy`: measures the engines and writes `deploy/ACCURACY.md`. With names of parts
 * (`npm run accuracy -- faces`) it prints these and writes nothing.
 */
async function accuracy(asked: readonly string[]): Promise<void> {
  const deps = accuracyDeps(process.env);
  const unknown = asked.filter((name) => parts[name] === undefined);
  if (unknown.length > 0) {
    console.error(
      `There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`,
    );
    process.exitCode = 1;
    return;
  }
  const sections: Section[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    deps.report(`measuring ${name}`);
    sections.push(await measure(deps));
  }
  const [cpu] = cpus();
  const report = renderReport(
    sections,
    `${cpu?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}`,
  );
  console.log(report);
  if (asked.length === 0) await writeFile('deploy/ACCURACY.md', report);
}

void accuracy(process.argv.slice(2));

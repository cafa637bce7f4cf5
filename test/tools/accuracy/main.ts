import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { accuracyDeps, type AccuracyDeps } from './accuracy-deps';
import { attacksSection } from './attacks-section';
import { costSection } from './cost-section';
import { documentSection } from './document-section';
import { faceDuplicatesSection } from './face-duplicates';
import { faceSection } from './face-section';
import { forensicsSection } from './forensics-section';
import { livenessSection } from './liveness-section';
import { renderReport, withSections, type Section } from './report';
import { watchlistSection } from './watchlist-section';

/** In the order of the report. */
const parts: Readonly<Record<string, (deps: AccuracyDeps) => Promise<Section>>> = {
  attacks: attacksSection,
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
 * (`npm run accuracy -- faces`) it measures these and leaves the others in the file as they were.
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
  const madeOn = `${cpu?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}`;
  const file = 'deploy/ACCURACY.md';
  const report =
    asked.length === 0
      ? renderReport(sections, madeOn)
      : withSections(await readFile(file, 'utf8'), sections, madeOn);
  console.log(report);
  await writeFile(file, report);
}

void accuracy(process.argv.slice(2));

import { signalNames, signalOf } from '../../../shared/domain/risk/signal-catalogue';

const heading = `# Risk signals

Generated from \`shared/domain/risk/signal-catalogue.ts\` by \`npm run docs\`; a test holds it to the code. The
score is the sum of the weights of the triggered signals that the organisation does not ignore, at most
100: low 0–20, medium 21–50, high 51–80, critical 81–100. \`reported\`: the page's word, never more than a
hint. Weights marked * are ours, the others the specification's.

## What the operator brings

The country of an address comes with the service. \`TOR_EXIT_LIST\` and \`DATACENTER_RANGES\` name text files
of addresses and CIDRs, one a line, \`#\` begins a comment; they are read at the API's start. Without one its
signal stands in the answer under \`not_evaluated\`, as does every signal whose facts or check are missing.
Private and loopback addresses say nothing. What is known of an address is recorded when it is seen, so a
later look judges by the same facts.

## What payload tampering means

Each accepted batch of page signals is answered with a nonce, an HMAC under the session's key, that the next
batch has to bring along. A batch that brings another one was composed elsewhere or is replayed. A batch
without a nonce is a page that was loaded anew, and the last batch again is a lost answer; neither triggers.

## Signals

| signal | category | weight | source | triggered when |
| --- | --- | --- | --- | --- |
`;

/** The catalogue as an operator wants it; no knowledge of its own. */
export function renderRiskTable(): string {
  return heading + signalNames.map(renderSignal).join('');
}

function renderSignal(name: (typeof signalNames)[number]): string {
  const { category, weight, source, weightFrom, when } = signalOf(name);
  const mark = weightFrom === 'ours' ? '*' : '';
  return `| ${[`\`${name}\``, category, `${String(weight)}${mark}`, source, when].join(' | ')} |\n`;
}

const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The files that take longest, longest first: begun last, one would run alone while the other cores idle.
 * A fresh clone has no times of an earlier run, and a file's size, which Jest takes then, says little.
 * Files that mostly wait, for a browser or a process, come while the first still computes; the others that
 * compute all the time come behind them, when its core is free.
 */
const slowest = [
  'test/checks/attacks/attacks',
  'test/screens/every-screen',
  'test/contract/openapi-document',
  'test/soak/soak',
  'test/crash/killed-processes',
  'test/local-stack/example-workflows',
  'test/local-stack/start-and-stop',
  'test/local-stack/gate-over-restart',
  'test/api/conventions/holder-died-behind-its-commit',
  'test/screens/liveness',
  'test/screens/picture-steps',
  'test/screens/large',
  'test/screens/network',
  'test/screens/',
  'test/checks/document/hold-places-together',
  'test/checks/document/read-document',
  'test/checks/forensics/honest-pictures',
  'test/checks/face/liveness',
  'test/whole-way/real-pictures',
  'test/privacy/planted-values',
  'test/privacy/stored-answers',
  'test/checks/records/document-forensics',
  'test/checks/document/zone-font',
  'test/api/conventions/every-filter',
  'test/crash/',
  'test/api/cases/what-a-decision-brings',
  'test/workflow/everything-twice',
  'test/checks/address/read-bill',
  'test/checks/face/match-faces',
  'test/whole-way/liveness',
  'test/checks/pool/real-engines',
  'test/local-stack/mcp-client',
  'test/api/public-routes/',
  'test/audit/chain',
  'test/api/capture/',
  'test/api/documents/upload',
];

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = slowest.findIndex((name) => path.includes(`/${name}`));
      return found === -1 ? slowest.length : found;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};

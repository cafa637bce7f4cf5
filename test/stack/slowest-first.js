const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The files that take longest, longest first: begun last, one would run alone while the other cores idle.
 * A fresh clone has no times of an earlier run, and a file's size, which Jest takes then, says little.
 */
const slowest = [
  'test/checks/attacks/attacks',
  'test/screens/every-screen',
  'test/contract/openapi-document',
  'test/soak/soak',
  'test/crash/killed-processes',
  'test/checks/document/hold-places-together',
  'test/checks/document/read-document',
  'test/local-stack/example-workflows',
  'test/local-stack/start-and-stop',
  'test/local-stack/gate-over-restart',
  'test/whole-way/real-pictures',
  'test/checks/forensics/honest-pictures',
  'test/checks/face/liveness',
  'test/privacy/planted-values',
  'test/checks/address/read-bill',
  'test/checks/face/match-faces',
  'test/whole-way/liveness',
  'test/screens/',
  'test/checks/pool/real-engines',
  'test/local-stack/mcp-client',
  'test/api/public-routes/',
  'test/audit/chain',
  'test/crash/',
  'test/capture/',
  'test/documents/upload',
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

const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The files that take longest, longest first: begun last, one would run alone while the other cores idle.
 * A fresh clone has no times of an earlier run, and a file's size, which Jest takes then, says little.
 */
const longest = [
  'test/checks/attacks/attacks',
  'test/screens/console/every-screen',
  'test/contract/openapi-document',
  'test/checks/document/hold-places-together',
  'test/soak/soak',
  'test/screens/every-screen',
  'test/api/conventions/holder-died-behind-its-commit',
  'test/checks/document/read-document',
  'test/crash/killed-processes',
  'test/local-stack/example-workflows',
];

/** What comes before the others of its kind. */
const long = [
  'test/local-stack/',
  'test/screens/ways',
  'test/screens/picture-steps',
  'test/screens/large',
  'test/screens/',
  'test/checks/face/liveness',
  'test/checks/forensics/honest-pictures',
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
  'test/api/public-routes/',
  'test/audit/chain',
  'test/api/capture/',
  'test/api/documents/upload',
];

/**
 * Files that keep a core busy, by a browser or by engines. The others mostly wait, for a server, a process or a
 * clock: one after the other among the busy ones, they take what is left of the cores, and few pages are driven at
 * once, which is what makes a page slow.
 */
const busy = ['test/screens/', 'test/checks/', 'test/whole-way/'];

/** Of the files that wait this share follows the last busy one: they are short, and end together. */
const leftForTheEnd = 0.15;

module.exports = class SlowestFirst extends Sequencer {
  /** The beginnings of paths that it goes by. */
  static names = [...longest, ...long, ...busy];

  sort(tests) {
    const byTime = [...super.sort(tests)].sort((one, other) => rank(long, one) - rank(long, other));
    const isLongest = (test) => rank(longest, test) < longest.length;
    const isBusy = (test) => rank(busy, test) < busy.length;
    const rest = byTime.filter((test) => !isLongest(test));
    return [
      ...byTime.filter(isLongest).sort((one, other) => rank(longest, one) - rank(longest, other)),
      ...spread(
        rest.filter(isBusy),
        rest.filter((test) => !isBusy(test)),
      ),
    ];
  }
};

/** The place of the first name that the file's path has; behind all of them where it has none. */
function rank(names, { path }) {
  const found = names.findIndex((name) => path.includes(`/${name}`));
  return found === -1 ? names.length : found;
}

/** The few in even distances among the many, each in its own order. */
function spread(few, many) {
  const distance = (many.length * (1 - leftForTheEnd)) / Math.max(1, few.length);
  return [
    ...few.map((test, at) => ({ test, place: at * distance })),
    ...many.map((test, at) => ({ test, place: at })),
  ]
    .sort((one, other) => one.place - other.place)
    .map(({ test }) => test);
}

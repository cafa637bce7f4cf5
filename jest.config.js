const { totalmem } = require('node:os');

/** Packages that ship only ES modules, which Jest's CommonJS runtime has to be given transformed. */
const esmPackages = [
  'mrz',
  'openapi-typescript',
  'parse-json',
  'index-to-position',
  'supports-color',
  'change-case',
  'openid-client',
  'oauth4webapi',
  'jose',
];

/** Jest takes all that follows `--selectProjects` for projects, and would run everything for a file named there. */
const afterSelect = process.argv.slice(process.argv.indexOf('--selectProjects') + 1);
const selected = process.argv.includes('--selectProjects') ? afterSelect : [];
const end = selected.findIndex((word) => word.startsWith('-'));
for (const word of selected.slice(0, end === -1 ? undefined : end)) {
  if (!['pure', 'real'].includes(word)) {
    throw new Error(`Name files before the projects: npx jest ${word} --selectProjects real`);
  }
}

const common = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/stack/one-realm-environment.js',
  runtime: '<rootDir>/test/stack/shared-packages-runtime.js',
  transform: {
    '^.+\\.m?[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/.verifa/',
    '<rootDir>/node_modules/.cache/',
  ],
  setupFiles: [
    '<rootDir>/test/stack/fixed-seed.ts',
    ...(process.env.VERIFA_RECORD_STATEMENTS ? ['<rootDir>/test/stack/record-statements.ts'] : []),
  ],
};

/** @type {import('jest').Config} */
module.exports = {
  // Only ends what hangs: a loaded machine is slow, and no test is about time.
  testTimeout: 180_000,
  // Twice the two cores that the suite is made for: the most of its files wait half their time for what they have
  // started, and three of them left a quarter of the cores idle. Each may have a browser or engines beside it.
  maxWorkers: totalmem() < 12 * 1024 ** 3 ? 3 : 4,
  workerIdleMemoryLimit: '1.5GB',
  testSequencer: '<rootDir>/test/stack/slowest-first.js',
  reporters: ['<rootDir>/test/stack/quiet-reporter.js'],
  // Else Jest writes the console of a single file as it comes, past the reporter.
  verbose: false,
  projects: [
    // Needs no server: `npx jest --selectProjects pure`.
    { ...common, displayName: 'pure', testMatch: ['<rootDir>/test/pure/**/*.test.ts'] },
    {
      ...common,
      displayName: 'real',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/pure/'],
      globalSetup: '<rootDir>/test/stack/global-setup.ts',
      globalTeardown: '<rootDir>/test/stack/global-teardown.ts',
    },
  ],
};

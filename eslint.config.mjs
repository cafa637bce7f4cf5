import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import prettier from 'eslint-config-prettier';
import { builtinModules } from 'node:module';

/** Who may import whom (ARCHITECTURE.md, "Layout"): each zone names a folder and what it may not reach. */
const zones = [
  { target: './shared', from: ['./services', './workflows', './activities', './test'] },
  // Pure: no I/O, no clock, no database types. What needs any of those is not a fact of the domain.
  { target: './shared/domain', from: ['./shared'], except: ['./domain'] },
  { target: './workflows', from: ['./services', './test'] },
  { target: './workflows', from: ['./shared'], except: ['./domain', './temporal'] },
  { target: './activities', from: ['./services', './workflows', './test'] },
  { target: './services', from: ['./test'] },
  {
    target: './services/api',
    from: ['./services/worker', './services/local', './services/console'],
  },
  {
    target: './services/worker',
    from: ['./services/api', './services/local', './services/console'],
  },
  {
    target: './services/local',
    from: ['./services/api', './services/worker', './services/console'],
  },
  { target: './services/api', from: ['./services/admin'] },
  { target: './services/worker', from: ['./services/admin'] },
  { target: './services/local', from: ['./services/admin'] },
  {
    target: './services/admin',
    from: ['./services/api', './services/worker', './services/local', './services/console'],
  },
  // Runs in browsers: of ours it takes types and pure tables only, and nothing that the API does.
  { target: './services/console', from: ['./services'], except: ['./console', './client'] },
  { target: './services/console', from: ['./workflows', './activities'] },
  // Two pages of two libraries: neither carries the other's.
  { target: './services/console/review', from: ['./services/console/capture'] },
  { target: './services/console/capture', from: ['./services/console/review'] },
  // A package of its own: what it imported of ours would not be there where it is installed.
  {
    target: './services/client',
    from: ['./shared', './workflows', './activities', './services'],
    except: ['./client'],
  },
];

const onlyMainReadsTheEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only main.ts files read the environment.',
};

/** Whoever reads a session asks whether it may be read: its key is handed out by that answer only. */
const onlyTheGateUnwraps = {
  selector: "CallExpression[callee.property.name='unwrap']",
  message: 'Keys of sessions come from shared/crypto/session-key.ts.',
};

/** The same input, the same answer: a day, an instant or a number comes in as an argument. */
const noClockAndNoChance = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
].map((selector) => ({ selector, message: 'shared/domain is pure: take it as an argument.' }));

/** Corrections lie over what was read: whoever reads one without the other tells what nobody stands by. */
const oneReaderOfReadings = [
  'Literal[value=/^extractions( |\\.|$)/]',
  'TemplateElement[value.raw=/\\bextractions\\b/]',
].map((selector) => ({ selector, message: 'shared/attempt reads and writes what was read.' }));

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'coverage/**',
      '.verifa/**',
      '.swc/**',
      'services/client/src/api.ts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    // What tools load as it is.
    files: ['**/*.{js,mjs}'],
    ...tseslint.configs.disableTypeChecked,
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname }],
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    // Workflow code is deterministic: no Node built-ins, no zod, no activity values.
    files: ['workflows/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            ...builtinModules,
            ...builtinModules.map((m) => `node:${m}`),
            'zod',
            'kysely',
            'pg',
          ].map((name) => ({ name, message: 'Workflow code is deterministic and bundled.' })),
          patterns: [
            { group: ['**/activities/**'], allowTypeImports: true, message: 'Types only.' },
          ],
        },
      ],
    },
  },
  {
    // What it knows of the service is the API's document: no value of ours comes along into a browser.
    files: ['services/console/review/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./){3,}(shared|client)/',
              allowTypeImports: true,
              message: 'Types only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['shared/domain/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            ...builtinModules,
            ...builtinModules.map((m) => `node:${m}`),
            'kysely',
            'pg',
            'minio',
            'sharp',
          ].map((name) => ({ name, message: 'shared/domain is pure.' })),
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/main.ts', 'test/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        onlyMainReadsTheEnvironment,
        onlyTheGateUnwraps,
        ...oneReaderOfReadings,
      ],
    },
  },
  {
    files: ['**/main.ts'],
    rules: { 'no-restricted-syntax': ['error', onlyTheGateUnwraps, ...oneReaderOfReadings] },
  },
  {
    files: [
      'shared/attempt/readings.ts',
      'shared/database/migrations/*.ts',
      'activities/session/erase-session.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', onlyMainReadsTheEnvironment, onlyTheGateUnwraps],
    },
  },
  {
    files: ['shared/crypto/session-key.ts', 'shared/identities/identity-key.ts'],
    rules: {
      'no-restricted-syntax': ['error', onlyMainReadsTheEnvironment, ...oneReaderOfReadings],
    },
  },
  {
    files: ['shared/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        onlyMainReadsTheEnvironment,
        onlyTheGateUnwraps,
        ...oneReaderOfReadings,
        ...noClockAndNoChance,
      ],
    },
  },
  { files: ['services/local/**', 'test/**'], rules: { 'no-console': 'off' } },
  prettier,
);

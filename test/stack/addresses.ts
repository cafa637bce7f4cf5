import { z } from 'zod';

/** Where the servers of this test run are; `global-setup.ts` puts it into the environment. */
const schema = z.object({
  VERIFA_TEST_POSTGRES_URL: z.string(),
  VERIFA_TEST_TEMPLATE: z.string(),
  VERIFA_TEST_TEMPORAL_ADDRESS: z.string(),
  VERIFA_TEST_SERVER_PATH: z.string(),
  VERIFA_TEST_CLI_PATH: z.string(),
  VERIFA_TEST_S3_ENDPOINT: z.string(),
  VERIFA_TEST_S3_ACCESS_KEY: z.string(),
  VERIFA_TEST_S3_SECRET_KEY: z.string(),
  /** For what one run builds; removed at its end. */
  VERIFA_TEST_FOLDER: z.string(),
  VERIFA_TEST_WORKFLOW_BUNDLE: z.string(),
  /** What `npm run build` makes for browsers. */
  VERIFA_TEST_PAGES: z.string(),
  VERIFA_CACHE_DIR: z.string(),
});
export type StackAddresses = z.infer<typeof schema>;

export function stackAddresses(): StackAddresses {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(
      'The test stack is not running: run this file through `npm test` or `npx jest`.',
    );
  }
  return parsed.data;
}

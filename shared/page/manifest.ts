import { z } from 'zod';

/** Names carry a hash of their content, so that a browser may keep them for ever. */
const assetName = z.string().regex(/^[A-Za-z0-9._-]+$/);

/** What the page says before its script has run, or when it never does. */
const staticSentences = z.strictObject({
  title: z.string(),
  loading: z.string(),
  needsScript: z.string(),
  tooMany: z.string(),
  unavailable: z.string(),
});
export type StaticSentences = z.output<typeof staticSentences>;

const pageLanguage = z.strictObject({
  tag: z.string(),
  texts: assetName,
  sentences: staticSentences,
});
export type PageLanguage = z.output<typeof pageLanguage>;

/** What the build of the pages made, as the API reads it: it serves these names and no others. */
export const pageManifest = z.strictObject({
  capture: z.strictObject({
    script: assetName,
    /** What the script imports at once: fetched beside it instead of after it. */
    chunks: z.array(assetName),
    styles: z.array(assetName),
    judgeWorker: assetName.nullable(),
    faceWeights: z.strictObject({ detector: assetName, points: assetName }).nullable(),
    /** The first one is what a browser gets that asks for none of them. */
    languages: z.tuple([pageLanguage], pageLanguage),
  }),
  /** The screens of those who review and operate. */
  console: z.strictObject({
    script: assetName,
    chunks: z.array(assetName),
    styles: z.array(assetName),
    icon: assetName,
    languages: z.tuple([pageLanguage], pageLanguage),
  }),
  /** For pages of integrators, served under a name that stays (`/embed/verifa.js`). */
  embed: z.strictObject({ script: assetName, module: assetName }),
  /** Each lies there three times: as it is, `.br` and `.gz`. */
  assets: z.record(assetName, z.strictObject({ type: z.string() })),
});
export type PageManifest = z.output<typeof pageManifest>;
export type CaptureManifest = PageManifest['capture'];
export type ConsoleManifest = PageManifest['console'];

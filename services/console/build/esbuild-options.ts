import { basename, extname, join, relative } from 'node:path';
import type { BuildOptions, OutputFile } from 'esbuild';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { BuiltAsset } from './packed-asset';

/** Whom a page is written for, and what its elements are made by. */
export interface PageKind {
  readonly target: readonly string[];
  readonly jsxImportSource: 'preact' | 'react';
}

/** Phones of the last five years: the page needs `getUserMedia`, modules and workers anyway. */
export const forPersons: PageKind = {
  target: ['chrome94', 'edge94', 'firefox93', 'safari15', 'ios15'],
  jsxImportSource: 'preact',
};

/** Browsers at work, which are kept up to date. */
export const forReviewers: PageKind = {
  target: ['chrome115', 'edge115', 'firefox121', 'safari17'],
  jsxImportSource: 'react',
};

/** What every bundle of ours is made with. */
export function commonOptions(source: string, { target, jsxImportSource }: PageKind) {
  return {
    absWorkingDir: source,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: join(source, 'out'),
    entryNames: '[name]-[hash]',
    target: [...target],
    jsx: 'automatic',
    jsxImportSource,
    charset: 'utf8',
    // Their licences lie beside the pages, once.
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  } as const satisfies BuildOptions;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export function asAsset({ path, contents }: OutputFile): BuiltAsset {
  const type = types[extname(path)];
  if (type === undefined) {
    throw new VerifaError('config_invalid', {
      detail: `${relative('.', path)}: the API knows no type for what this is`,
    });
  }
  return { name: basename(path), type, bytes: contents };
}

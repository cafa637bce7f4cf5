import { createHash } from 'node:crypto';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Addition } from './additions';

type Program = ts.SemanticDiagnosticsBuilderProgram;

/**
 * Compiles what a `tsconfig.json` names, with one addition in memory. Only what the addition reaches is checked
 * again; what was found of the tree as it is lies in `kept`, between runs too.
 */
export function createCompiler(
  config: string,
  kept: string,
): (addition: Addition) => readonly string[] {
  const root = dirname(config);
  const { config: json } = ts.readConfigFile(config, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(json, ts.sys, root);
  const name = relative(process.cwd(), config).replaceAll(/[^a-z]+/g, '-');
  const compilerOptions = {
    ...options,
    noEmit: true,
    incremental: true,
    tsBuildInfoFile: join(kept, `${name}.tsbuildinfo`),
  };
  const host = ts.createIncrementalCompilerHost(compilerOptions);
  const parsed = new Map<string, ts.SourceFile | undefined>();
  const before = ts.readBuilderProgram(compilerOptions, host) as Program | undefined;
  const asItIs = build(undefined, before);
  const own = asItIs.getSemanticDiagnostics();
  if (own.length > 0) throw new Error(`as it is: ${own.map(placeOf).join('\n')}`);
  // Nothing of ours: what is kept for the next run.
  asItIs.emit();

  return (addition) => build(addition, asItIs).getSemanticDiagnostics().map(placeOf);

  function build(addition: Addition | undefined, old: Program | undefined): Program {
    const changed = addition === undefined ? undefined : resolve(addition.file);
    return ts.createSemanticDiagnosticsBuilderProgram(
      fileNames,
      compilerOptions,
      {
        ...host,
        getSourceFile(path, version) {
          if (addition !== undefined && resolve(path) === changed) {
            return withAddition(path, version, host.readFile(path) ?? '', addition);
          }
          if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, version));
          return parsed.get(path);
        },
      },
      old,
    );
  }
}

function withAddition(
  path: string,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
  text: string,
  { after, added }: Addition,
): ts.SourceFile {
  if (text.split(after).length !== 2) throw new Error(`${path}: the place of the addition`);
  const longer = text.replace(after, () => after + added);
  const file = ts.createSourceFile(path, longer, version);
  // The builder compares files by it.
  return Object.assign(file, { version: createHash('sha256').update(longer).digest('hex') });
}

function placeOf({ file, start, messageText }: ts.Diagnostic): string {
  const [sentence = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
  const said = sentence.length > 140 ? `${sentence.slice(0, 140)}…` : sentence;
  if (file === undefined || start === undefined) return said;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${relative(process.cwd(), file.fileName)}:${String(line + 1)} ${said}`;
}

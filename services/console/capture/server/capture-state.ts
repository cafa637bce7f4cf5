import {
  documentTypes,
  type DocumentType,
} from '../../../../shared/domain/documents/document-types';
import { readAnswer, type AnswerReader } from './answer-reader';

/** Who asks for the check, as the person knows them. */
export interface Organization {
  readonly name: string;
  readonly logoUrl: string | null;
  readonly supportUrl: string | null;
  readonly privacyUrl: string | null;
  /** Whether the person is told how it ended. */
  readonly showResult: boolean;
  /** Sentences in its own words, by language and key. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A piece that has to be provided: `document_type`, `id_front`, …, `user_info.<field>`. */
export interface RequiredPiece {
  readonly piece: string;
  readonly done: boolean;
}

export interface AskedAgain {
  readonly piece: string;
  readonly reasonCode: string | null;
  readonly message: string | null;
}

export interface AllowedDocument {
  readonly type: DocumentType;
  readonly needsBack: boolean;
}

export interface AskedField {
  readonly field: string;
  readonly required: boolean;
}

export interface StoredPiece {
  readonly id: string;
  readonly piece: string;
  readonly mediaType: string;
}

export type HandoffSetting = 'offer' | 'force' | 'off';

/** Capture is open. */
export interface LiveState {
  readonly kind: 'live';
  readonly sessionId: string;
  readonly status: string;
  readonly isSandbox: boolean;
  readonly consentGiven: boolean;
  readonly required: readonly RequiredPiece[];
  readonly askedAgain: readonly AskedAgain[];
  readonly documentTypes: readonly AllowedDocument[];
  readonly documentType: DocumentType | null;
  readonly documentCountry: string | null;
  readonly country: string | null;
  readonly userInfo: readonly AskedField[];
  readonly redirectUrl: string | null;
  readonly secondsLeft: number;
  readonly canExtend: boolean;
  readonly canDeclineLiveness: boolean;
  readonly organization: Organization;
  readonly language: string | null;
  /** How the server knows this caller now: `api` where the cookie did not come back. */
  readonly client: 'page' | 'api';
  readonly boundClient: boolean;
  readonly limits: { readonly filesLeft: number | null; readonly challengesLeft: number | null };
  readonly accepts: {
    readonly formats: readonly string[];
    readonly proofFormats: readonly string[];
    readonly maxBytes: number;
  };
  readonly handoff: HandoffSetting;
  readonly files: 'allowed' | 'camera_only';
  readonly documents: readonly StoredPiece[];
  readonly retentionDays: number | null;
}

/** The link was handed over; its own device may watch. */
export interface HandedOffState {
  readonly kind: 'handed_off';
  readonly sessionId: string;
  readonly status: string;
  readonly follow: Follow;
  readonly organization: Organization;
  readonly language: string | null;
  readonly secondsLeft: number;
}

export interface Follow {
  readonly connected: boolean;
  readonly step: string | null;
  readonly done: readonly string[];
}

/** Capture is over by submit or by its end. */
export interface ClosedState {
  readonly kind: 'closed';
  readonly sessionId: string | null;
  readonly status: string;
  readonly organization: Organization;
  readonly language: string | null;
  readonly redirectUrl: string | null;
  readonly outcome: string | null;
}

export type CaptureState = LiveState | HandedOffState | ClosedState;

const megabyte = 1024 * 1024;
const pictures = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Null where it is no state: something else answered in the server's place. */
export function readCaptureState(body: unknown): CaptureState | null {
  const answer = readAnswer(body);
  const status = answer.text('status');
  if (status === null) return null;
  const organization = readOrganization(answer.object('organization'));
  const about = { status, organization, language: answer.text('language') };
  const sessionId = answer.text('session_id');
  if (answer.flag('handed_off') && sessionId !== null) {
    const secondsLeft = answer.number('seconds_left') ?? 0;
    const follow = readFollow(answer.object('follow'));
    return { kind: 'handed_off', ...about, sessionId, follow, secondsLeft };
  }
  const secondsLeft = answer.number('seconds_left');
  if (!answer.has('required') || sessionId === null || secondsLeft === null) {
    const redirectUrl = answer.text('redirect_url');
    return { kind: 'closed', ...about, sessionId, redirectUrl, outcome: answer.text('outcome') };
  }
  return { kind: 'live', ...about, sessionId, secondsLeft, ...readLive(answer) };
}

export function readFollow(answer: AnswerReader | null): Follow {
  return {
    connected: answer?.flag('connected') ?? false,
    step: answer?.text('step') ?? null,
    done: answer?.texts('done') ?? [],
  };
}

type LiveOnly = Omit<
  LiveState,
  'kind' | 'status' | 'organization' | 'language' | 'sessionId' | 'secondsLeft'
>;

function readLive(answer: AnswerReader): LiveOnly {
  const accepts = answer.object('accepts');
  const capture = answer.object('capture');
  const limits = answer.object('limits');
  const formats = accepts?.texts('formats') ?? [];
  const proofFormats = accepts?.texts('poa_formats') ?? [];
  const handoff = capture?.text('handoff');
  return {
    isSandbox: answer.flag('is_sandbox'),
    consentGiven: answer.flag('consent_given'),
    required: answer
      .list('required')
      .map((one) => ({ piece: one.text('piece') ?? '', done: one.flag('done') })),
    askedAgain: answer.list('asked_again').map((one) => ({
      piece: one.text('piece') ?? '',
      reasonCode: one.text('reason_code'),
      message: one.text('message'),
    })),
    documentTypes: answer.list('document_types').flatMap((one) => {
      const type = documentTypeOf(one.text('document_type'));
      return type === null ? [] : [{ type, needsBack: one.flag('needs_back') }];
    }),
    documentType: documentTypeOf(answer.text('document_type')),
    documentCountry: answer.text('document_country'),
    country: answer.text('country'),
    userInfo: answer
      .list('user_info')
      .map((one) => ({ field: one.text('field') ?? '', required: one.flag('required') })),
    redirectUrl: answer.text('redirect_url'),
    canExtend: answer.flag('can_extend'),
    canDeclineLiveness: answer.flag('can_decline_liveness'),
    client: answer.text('client') === 'api' ? 'api' : 'page',
    boundClient: answer.flag('bound_client'),
    limits: {
      filesLeft: limits?.number('files_left') ?? null,
      challengesLeft: limits?.number('challenges_left') ?? null,
    },
    accepts: {
      formats: formats.length > 0 ? formats : pictures,
      proofFormats: proofFormats.length > 0 ? proofFormats : [...pictures, 'application/pdf'],
      maxBytes: accepts?.number('max_bytes') ?? 10 * megabyte,
    },
    handoff: handoff === 'force' || handoff === 'off' ? handoff : 'offer',
    files: capture?.text('files') === 'camera_only' ? 'camera_only' : 'allowed',
    documents: answer.list('documents').flatMap((one) => {
      const [id, piece] = [one.text('id'), one.text('piece')];
      if (id === null || piece === null) return [];
      return [{ id, piece, mediaType: one.text('media_type') ?? '' }];
    }),
    retentionDays: answer.number('data_retention_days'),
  };
}

function readOrganization(answer: AnswerReader | null): Organization {
  return {
    name: answer?.text('name') ?? '',
    logoUrl: answer?.text('logo_url') ?? null,
    supportUrl: answer?.text('support_url') ?? null,
    privacyUrl: answer?.text('privacy_url') ?? null,
    showResult: answer?.flag('show_result') ?? false,
    texts: readTexts(answer?.object('texts') ?? readAnswer(null)),
  };
}

function readTexts(answer: AnswerReader): Organization['texts'] {
  const texts: Record<string, Record<string, string>> = {};
  for (const language of answer.names()) {
    const own = answer.object(language) ?? readAnswer(null);
    texts[language] = Object.fromEntries(own.names().map((key) => [key, own.text(key) ?? '']));
  }
  return texts;
}

function documentTypeOf(text: string | null): DocumentType | null {
  return documentTypes.find((type) => type === text) ?? null;
}

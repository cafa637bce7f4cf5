import type { z } from 'zod';
import {
  closedState,
  handedOffState,
  liveState,
} from '../../../services/api/capture/capture-state-object';
import { newId } from '../../../shared/domain/ids';

type Live = z.input<typeof liveState>;

const organization: Live['organization'] = {
  name: 'Harbour Bank',
  logo_url: null,
  support_url: 'https://harbour.example/help',
  privacy_url: 'https://harbour.example/privacy',
  show_result: true,
  texts: {},
};

const common = () => ({
  session_id: newId('session'),
  organization,
  language: null,
});

/** The piece that is due and all that comes before it, done. */
const pieces = [
  'document_type',
  'id_front',
  'id_back',
  'selfie',
  'liveness',
  'user_info.first_name',
  'proof_of_address',
] as const;

/** What `GET …/state` answers while capture is open; held against the API's own schema. */
export function live(due: (typeof pieces)[number] | null, changes: Partial<Live> = {}): string {
  const at = due === null ? pieces.length : pieces.indexOf(due);
  return JSON.stringify(
    liveState.parse({
      ...common(),
      status: 'capturing',
      is_sandbox: false,
      client: 'page',
      bound_client: true,
      consent_given: true,
      required: pieces.map((piece, index) => ({ piece, done: index < at })),
      asked_again: [],
      document_types: [
        { document_type: 'passport', needs_back: false },
        { document_type: 'drivers_license', needs_back: true },
        { document_type: 'national_id', needs_back: true },
      ],
      document_type: at > 0 ? 'drivers_license' : null,
      document_country: at > 0 ? 'NL' : null,
      country: 'NL',
      user_info: [
        { field: 'first_name', required: true },
        { field: 'date_of_birth', required: true },
        { field: 'email', required: false },
        { field: 'nationality', required: false },
      ],
      documents: [],
      limits: { files_left: 40, challenges_left: 20 },
      accepts: {
        formats: ['image/jpeg', 'image/png', 'image/webp'],
        poa_formats: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
        max_bytes: 10_000_000,
      },
      capture: { handoff: 'offer', files: 'allowed' },
      can_extend: true,
      can_decline_liveness: true,
      data_retention_days: 365,
      redirect_url: 'https://harbour.example/back',
      expires_at: new Date('2030-01-01T00:00:00Z'),
      seconds_left: 1_100,
      ...changes,
    } satisfies Live),
  );
}

/** After submit. */
export function closed(
  status: z.input<typeof closedState>['status'],
  outcome?: 'approved' | 'rejected',
): string {
  return JSON.stringify(
    closedState.parse({
      ...common(),
      status,
      redirect_url: null,
      ...(outcome === undefined ? {} : { outcome }),
    }),
  );
}

/** On the device that handed its session to another one. */
export function handedOff(follow: z.input<typeof handedOffState>['follow']): string {
  return JSON.stringify(
    handedOffState.parse({
      ...common(),
      status: 'capturing',
      handed_off: true,
      follow,
      seconds_left: 1_000,
    }),
  );
}

import type { UserRole } from '../../../../shared/domain/auth/roles';

/** Made-up colleagues; the first of each role looks at the screens. */
export const colleagues: readonly {
  readonly role: UserRole;
  readonly name: string;
  readonly email: string;
  readonly isNew?: boolean;
}[] = [
  { role: 'reviewer', name: 'Rita Okonkwo', email: 'rita.okonkwo@northern.example' },
  { role: 'senior', name: 'Samuel Lindqvist', email: 'samuel.lindqvist@northern.example' },
  {
    role: 'senior',
    name: 'Maria-Magdalena Papadopoulou-Konstantinidou',
    email: 'maria-magdalena.papadopoulou-konstantinidou@northern.example',
  },
  { role: 'admin', name: 'Ada Núñez', email: 'ada.nunez@northern.example' },
  { role: 'auditor', name: 'Piotr Wiśniewski', email: 'piotr.wisniewski@northern.example' },
  { role: 'reviewer', name: 'Yuki Tanaka', email: 'yuki@northern.example', isNew: true },
];

/** A case that waits, as the queue tells it. */
export interface Waiting {
  readonly country: string;
  readonly hours: number;
  readonly signals: readonly string[];
  readonly risk?: number;
  readonly document?: string;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent';
  readonly tags?: readonly string[];
  readonly reference?: string;
}

/** The first five are approved, rejected, taken, escalated and left alone (`openOffice`). */
export const waiting: readonly Waiting[] = [
  { country: 'DE', hours: 5, signals: [], risk: 12, reference: 'shop-4710' },
  { country: 'BR', hours: 9, signals: ['drawn'], risk: 81, document: 'national_id' },
  { country: 'NL', hours: 3, signals: ['duplicate_face'], risk: 55, reference: 'shop-4711' },
  { country: 'KZ', hours: 30, signals: ['mrz_checksum_mismatch', 'tor_exit'], risk: 74 },
  { country: 'FR', hours: 6, signals: [], risk: 33, document: 'residence_permit' },
  {
    country: 'GB',
    hours: 52,
    signals: ['duplicate_face', 'mrz_checksum_mismatch', 'tor_exit', 'datacenter_ip'],
    risk: 96,
    priority: 'urgent',
    tags: ['payouts', 'vip'],
    reference: 'a-rather-long-reference-of-an-integrator-0815-4711',
  },
  {
    country: 'US',
    hours: 31,
    signals: [],
    document: 'drivers_license',
    tags: ['manual-onboarding'],
  },
  { country: 'ES', hours: 28, signals: ['tor_exit'], risk: 48, priority: 'high' },
  { country: 'PL', hours: 14, signals: [], risk: 21, document: 'national_id' },
  { country: 'TR', hours: 11, signals: ['duplicate_face'], risk: 63 },
  { country: 'EG', hours: 7, signals: [], risk: 9 },
  { country: 'VN', hours: 5, signals: ['datacenter_ip'], risk: 41, document: 'national_id' },
  { country: 'CH', hours: 4, signals: [], risk: 18, priority: 'low' },
  { country: 'SE', hours: 3, signals: [], risk: 5, reference: 'onboarding-77' },
  { country: 'IE', hours: 2, signals: [], document: 'residence_permit', risk: 27 },
  { country: 'AT', hours: 2, signals: ['mrz_checksum_mismatch'], risk: 44 },
  { country: 'CI', hours: 1, signals: [], risk: 16, document: 'national_id' },
  { country: 'MT', hours: 1, signals: [], risk: 7 },
  { country: 'BE', hours: 0.2, signals: [], risk: 11 },
];

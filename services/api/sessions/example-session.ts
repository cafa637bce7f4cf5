import type { SessionObject } from './session-view';

const createdAt = new Date('2026-01-31T09:30:00.000Z');

/** For the reference: a session as it is made. */
export const exampleSession: SessionObject = {
  id: 'ses_01kg9x5r3qf8m2v7c4t6y0b1ne',
  status: 'pending',
  is_sandbox: true,
  environment: 'sandbox',
  external_ref: 'customer-1',
  country: 'NL',
  language: null,
  workflow_id: 'wfl_01kg9x2h7d5p8s3w1z9q4e6rka',
  workflow_version: 1,
  checks: null,
  document_type: null,
  metadata: { plan: 'gold' },
  tags: [],
  redirect_url: null,
  capture_url: 'https://verify.example/verify/Yk3vQ9s0mT7eR2xB5hJ8wA',
  token_expires_at: new Date('2026-02-01T09:30:00.000Z'),
  consent_at: null,
  consent_ip: null,
  processing_attempts: 0,
  retention_status: 'active',
  legal_hold: false,
  case_id: null,
  case_status: null,
  identity_id: null,
  created_at: createdAt,
  updated_at: createdAt,
  completed_at: null,
  expired_at: null,
};

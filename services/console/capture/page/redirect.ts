/** Where the person goes afterwards, with what the integrator may go by: a hint, and no proof of anything. */
export function returnUrl(
  redirectUrl: string,
  hint: { readonly sessionId: string | null; readonly status: ReturnStatus },
): string {
  const url = new URL(redirectUrl);
  if (hint.sessionId !== null) url.searchParams.set('session_id', hint.sessionId);
  url.searchParams.set('status', hint.status);
  return url.href;
}

export type ReturnStatus = 'submitted' | 'expired' | 'consent_refused';

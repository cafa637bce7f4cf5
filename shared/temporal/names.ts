/** Sessions, sweeps: workflows, local activities and light remote ones. */
export const sessionsQueue = 'verifa-sessions';
/** Heavy checks, on workers that take no more than the machine has cores. */
export const checksQueue = 'verifa-checks';
/** Webhook deliveries. */
export const deliveriesQueue = 'verifa-deliveries';

export const sessionWorkflowType = 'sessionWorkflow';
export const deliveryWorkflowType = 'deliveryWorkflow';
export const sweepWorkflowType = 'sweepWorkflow';
export const retentionWorkflowType = 'retentionWorkflow';
export const invitationWorkflowType = 'invitationWorkflow';
export const watchlistRefreshWorkflowType = 'watchlistRefreshWorkflow';

/** What operators filter by in Temporal's UI (`0-architecture.md`, invariant 9). */
export const searchAttributes = [
  { name: 'VerifaStatus', type: 'Keyword' },
  { name: 'VerifaEnvironment', type: 'Keyword' },
  { name: 'VerifaOrganization', type: 'Keyword' },
  { name: 'VerifaWorkflow', type: 'Keyword' },
  { name: 'VerifaGate', type: 'Keyword' },
  { name: 'VerifaAttempt', type: 'Int' },
] as const;

/** Sessions, sweeps: workflows, local activities and light remote ones. */
export const sessionsQueue = 'verifa-sessions';
/** Heavy checks, on workers that take no more than the machine has cores. */
export const checksQueue = 'verifa-checks';
/** Webhook deliveries. */
export const deliveriesQueue = 'verifa-deliveries';
/** Publishers' lists: parsing one takes its process's turn for seconds. */
export const listsQueue = 'verifa-lists';

export const sessionWorkflowType = 'sessionWorkflow';
export const deliveryWorkflowType = 'deliveryWorkflow';
export const sweepWorkflowType = 'sweepWorkflow';
export const retentionWorkflowType = 'retentionWorkflow';
export const invitationWorkflowType = 'invitationWorkflow';
export const watchlistRefreshWorkflowType = 'watchlistRefreshWorkflow';

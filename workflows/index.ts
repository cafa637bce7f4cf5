export { deliveryWorkflow } from './delivery';
export { invitationWorkflow } from './invitation';
export { retentionWorkflow } from './retention';
export { sessionWorkflow } from './session';
export { sweepWorkflow } from './sweep';
export { watchlistRefreshWorkflow } from './watchlist-refresh';

export { deliveryWorkflow } from './delivery';
export { retentionWorkflow } from './retention';
export { sessionWorkflow } from './session';
export { sweepWorkflow } from './sweep';
export { watchlistRefreshWorkflow } from './watchlist-refresh';

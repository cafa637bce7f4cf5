export { deliveryWorkflow } from './delivery';
export { sessionWorkflow } from './session';
export { sweepWorkflow } from './sweep';
export { watchlistRefreshWorkflow } from './watchlist-refresh';

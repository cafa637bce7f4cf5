import type { Endpoint } from './endpoint-state';

export interface EndpointDialogProps {
  readonly endpoint: Endpoint;
  readonly onClose: () => void;
}

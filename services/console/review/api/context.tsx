import { createContext, useContext } from 'react';
import type { Access } from './access';
import type { Api } from './api';
import type { Connection } from './connection';
import type { Streams } from './streams';

/** What every screen stands on; made once, in `main.tsx`. */
export interface Service {
  readonly api: Api;
  readonly access: Access;
  readonly connection: Connection;
  readonly streams: Streams;
  readonly base: string;
}

const context = createContext<Service | null>(null);
export const ServiceProvider = context.Provider;

export function useService(): Service {
  const service = useContext(context);
  if (service === null) throw new Error('outside of the console');
  return service;
}

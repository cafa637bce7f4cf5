export interface Reconnection {
  /** The device is connected, after it was not. */
  readonly connected: () => void;
  /** Whether what is shown now is the trouble of a device that is not connected. */
  readonly shows: (isOffline: boolean) => void;
}

/**
 * Asks again once for each time that the device is connected, in whichever order the two are heard of: a request
 * may fail, and its trouble be shown, while the network is back already. Never twice for one time: a server that
 * is not reached by a connected device would be asked without end.
 */
export function createReconnection(askAgain: () => void): Reconnection {
  let isConnected = false;
  let isOffline = false;
  const askOnce = (): void => {
    if (!isConnected || !isOffline) return;
    isConnected = false;
    askAgain();
  };
  return {
    connected() {
      isConnected = true;
      askOnce();
    },
    shows(now) {
      isOffline = now;
      askOnce();
    },
  };
}

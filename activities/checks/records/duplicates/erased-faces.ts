import { listen, type Listening } from '../../../../shared/database/listen';
import { isId, type SessionId } from '../../../../shared/domain/ids';

/** Where a trigger names the session of each face that is deleted (migration `erased-faces`). */
const channel = 'verifa_erased_faces';

interface ErasedFacesListener {
  onErased(sessionId: SessionId): void;
  /** From here on nobody tells what is erased, or nobody has told for a while. */
  onLost(): void;
}

export function followErasedFaces(databaseUrl: string, listener: ErasedFacesListener): Listening {
  return listen(databaseUrl, channel, {
    onNotice(payload) {
      if (isId('session', payload)) listener.onErased(payload);
    },
    onListening: () => listener.onLost(),
    onLost: () => listener.onLost(),
  });
}

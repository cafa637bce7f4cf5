import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface DropZoneShape {
  readonly label: string;
  readonly onFile: (file: File) => void;
  readonly children?: ComponentChildren;
}

/** A place to drop a file on; for a mouse only, since beside it there is always a button. */
export function DropZone({ label, onFile, children }: DropZoneShape) {
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      class={`drop-zone${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <p>{label}</p>
      {children}
    </div>
  );
}

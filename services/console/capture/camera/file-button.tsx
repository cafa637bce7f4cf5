import type { ComponentChildren } from 'preact';

interface FileButtonShape {
  readonly children: ComponentChildren;
  readonly look?: 'primary' | 'secondary' | 'plain';
  /** What the chooser shows; media types. */
  readonly accept: readonly string[];
  /** Opens the phone's own camera in place of the chooser. */
  readonly capture?: 'environment' | 'user';
  readonly onFile: (file: File) => void;
}

/** A button that opens the browser's file chooser: an input under a label, so that keys and voice work. */
export function FileButton({ children, look = 'secondary', ...input }: FileButtonShape) {
  const { accept, capture, onFile } = input;
  return (
    <label class={`button ${look} file-button`}>
      <input
        class="file-input"
        type="file"
        accept={accept.join(',')}
        capture={capture}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again after a trouble.
          currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      {children}
    </label>
  );
}

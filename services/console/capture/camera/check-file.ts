/** Why a chosen file cannot be used, where that is certain before it is sent. */
export type FileTrouble = 'empty' | 'too_large' | 'heic' | 'pdf' | 'other_type';

export interface ChosenFile {
  readonly size: number;
  readonly type: string;
  readonly name: string;
}

interface Accepted {
  readonly formats: readonly string[];
  readonly maxBytes: number;
}

/**
 * Tells what the browser says of a file against what the server takes. A type that the browser does
 * not know is sent: the server goes by content, and knows better.
 */
export function checkFile(file: ChosenFile, accepted: Accepted): FileTrouble | null {
  const { size, name } = file;
  const type = file.type.toLowerCase();
  if (size === 0) return 'empty';
  if (size > accepted.maxBytes) return 'too_large';
  if (accepted.formats.includes(type)) return null;
  // Windows and Android name no type for it.
  if (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)) return 'heic';
  if (type === '') return null;
  return type === 'application/pdf' ? 'pdf' : 'other_type';
}

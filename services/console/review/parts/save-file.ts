/** Hands the reader's browser a file that was made here, under this name. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with the click; what is left is the browser's.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/**
 * The recogniser's characters by class, out of the model file itself: its metadata entry
 * `character` lists them, one a line (onnxruntime-node does not hand metadata out). Class 0 is the
 * blank; a space follows the last.
 */
export function recogniserDictionary(model: Buffer): string[] {
  const key = Buffer.concat([Buffer.from([0x0a, 9]), Buffer.from('character', 'latin1')]);
  const start = model.lastIndexOf(key);
  if (start === -1 || model[start + key.length] !== 0x12) {
    throw new Error('The recogniser model carries no dictionary.');
  }
  // Protocol buffers: tag of field 2, then the length as a varint, then the text.
  let position = start + key.length + 1;
  let length = 0;
  for (let shift = 0; shift < 32; shift += 7) {
    const byte = model[position] ?? 0;
    position += 1;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  const text = model.toString('utf8', position, position + length);
  return ['', ...text.replace(/\n$/, '').split('\n'), ' '];
}

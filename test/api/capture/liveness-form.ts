/** The multipart body of the liveness step. */
export function livenessForm(
  nonce: string | undefined,
  neutral: Buffer,
  challenges: readonly (readonly Buffer[])[],
): FormData {
  const form = new FormData();
  if (nonce !== undefined) form.append('nonce', nonce);
  form.append('neutral', blob(neutral), 'neutral.jpg');
  for (const [index, frames] of challenges.entries()) {
    for (const frame of frames) form.append(`challenge_${String(index + 1)}`, blob(frame), 'f.jpg');
  }
  return form;
}

function blob(bytes: Buffer): Blob {
  return new Blob([new Uint8Array(bytes)]);
}

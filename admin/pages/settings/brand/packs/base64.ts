/** Most bytes of a zip that the server takes. */
export const mostBytes = 6_000_000;

/** A file as base64, as the server takes it. In steps: a call takes no array of millions of arguments. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const step = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += step)
    text += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(text);
}

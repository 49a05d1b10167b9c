/** A form as a browser would send it, with the boundary that it chose. */
export async function formBody(form: FormData): Promise<{ type: string; body: Uint8Array }> {
  const made = new Response(form);
  return {
    type: made.headers.get('content-type') ?? 'multipart/form-data',
    body: new Uint8Array(await made.arrayBuffer()),
  };
}

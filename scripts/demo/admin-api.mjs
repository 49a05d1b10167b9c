/** The admin HTTP API as one person who has logged in. A refusal throws, with the status and the answer on the error. */
export async function signIn(cms, email, password) {
  const { data } = await request(`${cms}/admin/login`, { method: 'POST', body: { email, password } });
  const headers = { authorization: `Bearer ${data.token}` };
  const call = (method, path, body) => request(`${cms}${path}`, { method, body, headers });
  return {
    email,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body ?? {}),
    put: (path, body) => call('PUT', path, body),
    /** Uploads a picture, or with `id` changes what is said about it. */
    async upload({ name, bytes, alt, id }) {
      const form = new FormData();
      if (bytes) form.append('files', new Blob([bytes], { type: 'image/jpeg' }), name);
      form.append('fileInfo', JSON.stringify({ name, alternativeText: alt }));
      const answer = await request(`${cms}/upload${id ? `?id=${id}` : ''}`, {
        method: 'POST',
        form,
        headers,
      });
      return Array.isArray(answer) ? answer[0] : answer;
    },
    /** The refusal of a call that must not go through. */
    async refused(method, path, body) {
      const answer = await call(method, path, body).then(
        (value) => ({ value }),
        (error) => ({ error }),
      );
      if (!answer.error) throw new Error(`${method} ${path} went through, and should not have.`);
      if (!answer.error.status || answer.error.status >= 500) throw answer.error;
      return answer.error;
    },
  };
}

async function request(url, { method, body, form, headers = {} }) {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(form ? { body: form } : body === undefined || method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  if (response.ok) return answer;
  const { message = text.slice(0, 300), details } = answer?.error ?? {};
  throw Object.assign(
    new Error(`${method} ${new URL(url).pathname} answered ${response.status}: ${message}`),
    { status: response.status, reason: message, details },
  );
}

/** The social server's own API, as any client calls it. */
export function blueskyAt(url) {
  async function call(method, { query = {}, input, token } = {}) {
    const address = new URL(`/xrpc/${method}`, url);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const response = await fetch(address, {
      method: input ? 'POST' : 'GET',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(input ? { 'content-type': 'application/json' } : {}),
      },
      ...(input ? { body: JSON.stringify(input) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} answered ${response.status} ${text.slice(0, 200)}`);
    return text === '' ? {} : JSON.parse(text);
  }

  return {
    url,
    call,
    /** A new account on the server; with an app password for programs. */
    async account(name) {
      const input = { handle: `${name}.test`, email: `${name}@people.test`, password: `${name}-password` };
      const { did, accessJwt } = await call('com.atproto.server.createAccount', { input });
      const { password } = await call('com.atproto.server.createAppPassword', {
        token: accessJwt,
        input: { name: 'presence' },
      });
      return { did, handle: input.handle, token: accessJwt, appPassword: password };
    },
    posts: async (did) =>
      (
        await call('com.atproto.repo.listRecords', {
          query: { repo: did, collection: 'app.bsky.feed.post', limit: '100' },
        })
      ).records,
    write: (account, collection, record) =>
      call('com.atproto.repo.createRecord', {
        token: account.token,
        input: {
          repo: account.did,
          collection,
          record: { $type: collection, createdAt: new Date().toISOString(), ...record },
        },
      }),
  };
}

/** People by plain HTTP: they send what the tracker would have sent. */
export function plainVisitors({ cms, done, why }) {
  async function newVisitor(name, userAgent) {
    const headers = { 'user-agent': userAgent, 'accept-language': 'en-GB' };
    const must = async (url, init = {}) => {
      const response = await fetch(url, { ...init, headers: { ...headers, ...init.headers } });
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      return response;
    };
    const read = async (url) => {
      const response = await must(url);
      const html = await response.text();
      const [, entry] = /data-entry="([^"]+)"/.exec(html) ?? [];
      const report = {
        url: response.url,
        referrer: '',
        ...(entry ? { entry } : {}),
        events: [{ kind: 'view' }, { kind: 'scroll', value: 60 }],
      };
      await must(`${cms}/api/presence/collect`, { method: 'POST', body: JSON.stringify(report) });
      const { pathname } = new URL(response.url);
      done.views[pathname] = (done.views[pathname] ?? 0) + 1;
      return response.url;
    };
    return {
      read,
      async follow(link, channel) {
        const landed = await read(link);
        done.clicks[channel] += 1;
        return landed;
      },
      async openMail(url) {
        const [pixel] =
          (await (await must(url)).text())
            .replaceAll('&amp;', '&')
            .match(new RegExp(`${cms}/api/presence/o/[^"'\\s<>]+`)) ?? [];
        if (!pixel) throw new Error('the letter holds no picture that tells it was opened');
        await must(pixel);
        done.opens += 1;
      },
      async signUp(url, { name: first, email }) {
        const html = await (await must(url)).text();
        const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]+)"/g)].map(
          ([, key, value]) => [key, value],
        );
        const { returnTo, ...fields } = Object.fromEntries(hidden);
        await must(`${cms}/api/presence/subscribe`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...fields, name: first, email }),
        });
      },
      async confirm(link) {
        await must(link);
        const page = await (await must(link, { method: 'POST' })).text();
        return /<h1[^>]*>([^<]+)/.exec(page)?.[1].trim() ?? '';
      },
    };
  }
  return { name: `plain HTTP (${why})`, newVisitor, close: () => undefined };
}

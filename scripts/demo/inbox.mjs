/** The inbox page of the mail server, read as a person or their mail program would. */
export function inboxAt(url) {
  const read = async (path) => {
    const response = await fetch(`${url}${path}`);
    if (!response.ok) throw new Error(`${url}${path} answered ${response.status}`);
    return response;
  };
  return {
    url,
    list: async () => (await read('/mails.json')).json(),
    html: async (id) => (await read(`/mails/${id}/html`)).text(),
    text: async (id) => (await read(`/mails/${id}/text`)).text(),
    /** Header fields by their name in small letters, unfolded. */
    async headers(id) {
      const raw = await (await read(`/mails/${id}/raw`)).text();
      const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ');
      return new Map(
        head
          .split(/\r?\n/)
          .map((row) => [
            row.slice(0, row.indexOf(':')).toLowerCase(),
            row.slice(row.indexOf(':') + 1).trim(),
          ]),
      );
    },
  };
}

// What the mail server says about newsletters after a run: each reader has each at most once, and whoever has none was told about.

/** `ask` reads from Presence, `newsletters` are its publications by e-mail; returns the problems, and how many mails are in doubt and refused. */
export async function lettersOnce({ smtp, newsletters, readers, ask }) {
  const problems = [];
  const ids = new Map();
  for (const { raw } of smtp.mails) {
    const id = /^message-id:\s*(<[^>]+>)/im.exec(raw.toString())?.[1] ?? 'none';
    ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  for (const [id, count] of ids) if (count > 1) problems.push(`mail ${id} came ${count} times`);

  const [all, refusals] = [{ doubts: 0, refused: 0 }, new Set(smtp.refused)];
  for (const { key, campaignName } of newsletters) {
    const doubts = await doubtsOf(key, ask);
    const { problems: shown } = await ask(`/contacts/mailings/${key}`);
    const refused = new Set(shown.filter(({ state }) => state === 'refused').map(({ email }) => email));
    all.doubts += doubts.size;
    all.refused += refused.size;
    for (let reader = 1; reader <= readers; reader += 1) {
      const email = `reader${reader}@readers.test`;
      const got = smtp.to(email).filter(({ raw }) => raw.includes(`Subject: ${campaignName}`)).length;
      if (got > 1) problems.push(`${email} got "${campaignName}" ${got} times`);
      if (got === 0 && !doubts.has(email) && !refused.has(email))
        problems.push(`${email} never got "${campaignName}", and nobody was told`);
      if (refused.has(email) && !refusals.has(email))
        problems.push(`"${campaignName}" counts as refused for ${email}, whom the server never refused`);
    }
  }
  return { problems, ...all };
}

async function doubtsOf(key, ask) {
  const doubts = new Set();
  for (let page = 1, isMore = true; isMore; page += 1) {
    const found = await ask(`/contacts/mailings/${key}/doubts?page=${page}&pageSize=100`);
    for (const { email } of found.items) doubts.add(email);
    isMore = found.items.length === 100;
  }
  return doubts;
}

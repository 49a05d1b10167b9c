// What a person does in the fault run who reads the notices: enters secrets that were changed at a network, tests channels, tries again.

/** `api` asks Presence; `secrets` are those that the networks take now, by kind of channel; `isCalm` says whether nothing more goes wrong. */
export function person({ api, secrets, isCalm }) {
  const acts = { entered: 0, tested: 0, retried: 0, hurried: 0 };
  const entered = new Map(Object.entries(secrets()).map(([kind, secret]) => [kind, JSON.stringify(secret)]));

  /** The new one is entered where the network made one; then the channel is tested, which sets free what waits for it. */
  async function mend({ key, kind, name, settings }) {
    const secret = secrets()[kind];
    if (secret && entered.get(kind) !== JSON.stringify(secret)) {
      if (!(await api('PUT', `/channels/${key}`, { kind, name, settings, secret }))) return;
      entered.set(kind, JSON.stringify(secret));
      acts.entered += 1;
    }
    acts.tested += 1;
    await api('POST', `/channels/${key}/test`, {});
  }

  const inState = async (state) =>
    (await api('GET', `/publications?state=${state}&pageSize=100`))?.items ?? [];
  const again = (key) => api('POST', `/publications/${key}/retry`, {});

  return {
    acts,
    async attend() {
      for (const channel of (await api('GET', '/channels')) ?? [])
        if (channel.state === 'reauthorise' || channel.state === 'blocked') await mend(channel);
      for (const { key } of await inState('rejected')) {
        acts.retried += 1;
        await again(key);
      }
      if (!isCalm()) return;
      // Who knows that the networks are well again does not wait for the next try.
      const waiting = [...(await inState('scheduled')), ...(await inState('parked'))];
      for (const { key, nextAt, problem, actions } of waiting) {
        // Single mails of a newsletter have a time of their own.
        if (problem?.code === 'email.waiting' || nextAt - Date.now() < 5_000) continue;
        const isMoved = actions.includes('retry')
          ? await again(key)
          : await api('POST', `/publications/${key}/reschedule`, { when: { kind: 'now' } });
        if (isMoved) acts.hurried += 1;
      }
    },
  };
}

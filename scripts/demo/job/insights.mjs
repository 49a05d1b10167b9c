import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';

/** The numbers of the insights page beside what was really done. */
export async function lookAtInsights(print, { rosa, entry, campaign, began, done }) {
  const insights = () =>
    rosa.get(
      `/presence/insights?${new URLSearchParams({ from: String(began - 3_600_000), to: String(Date.now() + 3_600_000), step: 'hour', ...entry })}`,
    );
  const amount = (list, kind) => list.find((total) => total.kind === kind)?.amount ?? 0;
  const compare = (title, wanted, read) =>
    print.verify(title, async () => {
      let found = {};
      await until(
        () => `${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`,
        async () => JSON.stringify((found = read(await insights()))) === JSON.stringify(wanted),
        { within: 15_000, every: 500 },
      );
      return Object.entries(wanted)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ');
    });
  const channel = (view, name) => view.channels.find((total) => total.channel === name)?.kinds ?? [];

  await compare(
    'The page views are those that were made',
    { views: done.views[page(done)] ?? 0 },
    (view) => ({ views: amount(view.kinds, 'view') }),
  );
  await compare(
    'So are the clicks, by channel',
    { email: done.clicks.email, bluesky: done.clicks.bluesky },
    (view) => ({
      email: amount(channel(view, 'email'), 'link-click'),
      bluesky: amount(channel(view, 'bluesky'), 'link-click'),
    }),
  );
  await compare('So are the opened letters and who left', { opened: done.opens, left: 1 }, (view) => ({
    opened: amount(channel(view, 'email'), 'open'),
    left: amount(channel(view, 'email'), 'unsubscribe'),
  }));
  print.note('Bluesky is asked for its counts a minute after the post went out.');
  await print.verify('The like and the answer on Bluesky came back', async () => {
    let found = {};
    await until(
      () => `1 like and 1 reply, found ${JSON.stringify(found)}`,
      async () => {
        const kinds = channel(await insights(), 'bluesky');
        found = { likes: amount(kinds, 'like'), replies: amount(kinds, 'reply') };
        return found.likes === 1 && found.replies === 1;
      },
      { within: 120_000, every: 1_000 },
    );
    return '1 like, 1 reply';
  });
  await print.verify('The funnel of the campaign adds up', async () => {
    const { total, channels } = await rosa.get(`/presence/insights/campaigns/${campaign.key}`);
    const email = channels.find((steps) => steps.channel === 'email');
    expect(email?.delivered === 41, `e-mail delivered ${email?.delivered}`);
    expect(total.clicked === done.clicks.email + done.clicks.bluesky, `clicked ${total.clicked}`);
    return `delivered ${total.delivered}, seen ${total.seen}, clicked ${total.clicked}`;
  });
}

const page = (done) => Object.keys(done.views).find((path) => path.includes('walnut')) ?? '';

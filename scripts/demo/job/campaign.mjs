import { expect } from '../lines.mjs';

const zone = 'Europe/Berlin';
const ahead = 30_000;
const post =
  'The walnut rye is back 🌰 Two nights of sour, a third of it walnuts from Mrs Adler’s garden. From Thursday on the counter. #berlin #bread';

/** Six channels, one time, and two pairs of eyes. */
export async function planCampaign(print, { emil, rosa, entry, panel, channels }) {
  const wished = ['website', 'bluesky', 'mastodon', 'email', 'webhook', 'board'].map(
    (kind) => channels[kind],
  );
  const derived = await print.step('A copy is derived for each channel', async () => {
    const { copies } = await emil.post('/presence/campaigns/derive', { entry, channels: wished });
    expect(copies.length === wished.length, `${copies.length} copies`);
    return {
      detail: copies
        .map(({ kind, check }) => `${kind} ${check.count}${check.limit ? `/${check.limit}` : ''}`)
        .join(', '),
      value: copies,
    };
  });
  const campaign = await print.step('He rewrites the one for Bluesky and makes the campaign', async () => {
    const copies = derived.map(({ channel, kind, copy }) => ({
      channel,
      copy: kind === 'bluesky' ? { ...copy, text: post, edited: true } : copy,
    }));
    const made = await emil.post('/presence/campaigns', {
      entry,
      name: 'Walnut rye',
      goal: 'Sell out by Saturday noon',
      catchUp: 'late',
      copies,
    });
    return { detail: `${made.publications.length} publications`, value: made };
  });
  const dueAt = Math.ceil((Date.now() + ahead) / 1000) * 1000;
  await print.step('He sets the time', async () => {
    await emil.post(`/presence/campaigns/${campaign.key}/schedule`, {
      when: { kind: 'at', local: localTime(dueAt), zone },
    });
    return `${localTime(dueAt)} in ${zone}, in ${ahead / 1000} s`;
  });
  await print.step('He submits it for review', async () => {
    const { seal } = await panel();
    const { stage } = await emil.post('/presence/entry/decision', {
      entry,
      kind: 'submit',
      seal,
      comment: 'Ready for Thursday.',
    });
    return `stage ${stage}`;
  });
  await print.step('He cannot approve it himself', async () => {
    const { seal, copies } = await panel();
    const error = await emil.refused('POST', '/presence/entry/decision', {
      entry,
      kind: 'approve',
      seal,
      copies,
    });
    expect(
      error.details?.code === 'review.four-eyes',
      `refused with ${error.details?.code}: ${error.reason}`,
    );
    return error.reason;
  });
  await print.step('Rosa looks at entry and copies, and approves', async () => {
    const { seal, copies } = await rosa.get(`/presence/entry?${new URLSearchParams(entry)}`);
    const { stage } = await rosa.post('/presence/entry/decision', {
      entry,
      kind: 'approve',
      seal,
      copies,
      comment: 'Lovely.',
    });
    expect(stage === 'approved', `the stage is ${stage}`);
    return `stage ${stage}, ${copies.length} copies with it`;
  });
  return { campaign, dueAt, post };
}

/** What the clocks in Berlin show at an instant. */
function localTime(at) {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return parts.replace(' ', 'T');
}

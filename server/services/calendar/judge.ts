import { checkCopy, isSendable } from '../../../src/channels/check-copy';
import { copySealOf } from '../../../src/channels/copy-seal';
import type { AskedRow, RowProblem } from '../../../src/publishing/calendar/plan';
import { rulesFor } from '../../../src/channels/rules/own/rules-of';
import { dueOf } from '../../../src/publishing/due';
import type { TimesInput, TimeView } from '../../../src/publishing/time/times';
import { heldBy } from '../../../src/publishing/gate';
import { entryIdOf } from '../../../src/shared/entry-key';
import { copiesProblem } from '../copies-problem';
import { derivedFor } from '../derived';
import type { LoadedEntry } from '../entries';
import type { PublishingDeps } from '../publishing-deps';
import { alreadyThere, refuseAll, type Judged } from './judged';

export interface JudgeDeps extends Pick<PublishingDeps, 'entries' | 'channels' | 'blockers' | 'now'> {
  /** Whether an entry (`entryIdOf`) has a campaign of this name. */
  readonly isThere: (entry: string, name: string) => Promise<boolean>;
  /** What the times of a campaign would mean, each by its channel. */
  readonly lookAhead: (asked: TimesInput) => Promise<readonly TimeView[]>;
}

/** The rows of one campaign, each with what would become of it. */
export type Judge = (
  rows: readonly AskedRow[],
  canRead: (uid: string) => boolean,
) => Promise<readonly Judged[]>;

/** Says of each row of a campaign what would become of it, without doing it. */
export function judge({ entries, channels, blockers, isThere, lookAhead, now }: JudgeDeps): Judge {
  async function loaded(asked: AskedRow, canRead: (uid: string) => boolean) {
    if (!asked.entry) return { entry: null, problems: [] };
    const isReadable = canRead(asked.entry.uid);
    const entry = isReadable ? await entries.load(await entries.normalised(asked.entry), 'draft') : null;
    if (entry) return { entry, problems: [] };
    const problem: RowProblem = isReadable
      ? {
          code: 'entry.not-found',
          column: 'entry',
          message: 'The entry does not exist, or not in this language.',
        }
      : {
          code: 'entry.not-allowed',
          column: 'entry',
          message: 'You may not see entries of this type. Ask an administrator for it.',
        };
    return { entry: null, problems: [problem] };
  }

  async function one(
    asked: AskedRow,
    {
      entry,
      problems: ofEntry,
    }: { readonly entry: LoadedEntry | null; readonly problems: readonly RowProblem[] },
    earlier: readonly Judged[],
  ): Promise<Judged> {
    const problems: RowProblem[] = [...asked.problems, ...ofEntry];
    const named = (await channels()).filter(
      ({ key, name }) => key === asked.channel || name.toLowerCase() === asked.channel.toLowerCase(),
    );
    const channel = named.length === 1 ? (named[0] ?? null) : null;
    if (!channel && asked.channel !== '')
      problems.push({
        code: 'import.channel',
        column: 'channel',
        message:
          named.length === 0
            ? `There is no channel “${asked.channel.slice(0, 80)}”. Write its name as the list of channels shows it.`
            : `${named.length} channels are called “${asked.channel.slice(0, 80)}”. Write the key of the one that is meant.`,
      });
    if (channel && earlier.some((row) => row.channel?.key === channel.key))
      problems.push({
        code: 'import.channel-twice',
        column: 'channel',
        message: `Another row sends this campaign to ${channel.name}. Give this one another name in the column campaign.`,
      });
    const { when } = asked;
    const isClock = when.kind === 'at' && !asked.problems.some(({ code }) => code === 'time.invalid');
    const due = isClock ? dueOf(when, now()) : null;
    if (due && !due.ok)
      problems.push({
        code: due.error.code,
        column: due.error.code === 'time.zone-unknown' ? 'zone' : 'when',
        message: due.error.message,
      });
    const name = asked.campaign || (entry?.content.roles.title ?? '').slice(0, 160).trim() || 'Imported';
    const derived = channel && entry ? derivedFor(channel, entry, name) : null;
    if (channel?.kind === 'website' && asked.text !== null)
      problems.push({
        code: 'import.text',
        column: 'text',
        message: 'The website shows the entry itself. Leave the text empty.',
      });
    const copy = derived && asked.text !== null ? { ...derived, text: asked.text, edited: true } : derived;
    const check = channel && copy ? checkCopy(rulesFor(channel), copy) : null;
    if (channel && check && !isSendable(check)) {
      const { code, message } = copiesProblem([{ channel: channel.key, check }]);
      problems.push({ code, column: 'text', message });
    }
    return {
      asked,
      entry,
      channel,
      name,
      dueAt: due?.ok ? due.value.dueAt : null,
      copy: asked.text === null ? null : copy,
      hasLink: (copy?.link ?? null) !== null,
      words: copy?.text || (entry?.content.roles.title ?? ''),
      note: null,
      problems,
      made: null,
    };
  }

  /** With the times that the plan of the channels gives, or the website: they are known once all rows are. */
  async function placed(rows: readonly Judged[]): Promise<readonly Judged[]> {
    const isSettled = rows.every(({ asked, problems }) => asked.when.kind === 'at' || problems.length > 0);
    if (isSettled) return rows;
    const times = rows.flatMap(({ channel, asked, hasLink }) =>
      channel ? [{ channel: channel.key, when: asked.when, hasLink }] : [],
    );
    const views = await lookAhead({ campaign: null, times });
    return rows.map((row): Judged => {
      const { kind } = row.asked.when;
      const view = views.find(({ channel }) => channel === row.channel?.key);
      if (!view || kind === 'at' || row.problems.length > 0) return row;
      const { dueAt, problem } = view;
      if (!problem) return { ...row, dueAt };
      const column = kind === 'slot' ? 'slot' : 'after_website';
      return { ...row, problems: [{ code: problem.code, column, message: problem.message }] };
    });
  }

  /** Why each would wait for an approval. */
  async function noted(entry: LoadedEntry, rows: readonly Judged[]): Promise<readonly Judged[]> {
    const copies = rows.flatMap(({ channel, copy, asked, name }) => {
      if (!channel) return [];
      const own = copy ?? derivedFor(channel, entry, name);
      return [
        { key: String(asked.line), seal: copySealOf(own), name: channel.name, kind: channel.kind, copy: own },
      ];
    });
    const found = await blockers(entry.key, { copies });
    return rows.map((row) => {
      const blocker = found.find(({ copy }) => copy === undefined || copy === String(row.asked.line));
      return { ...row, note: blocker ? heldBy(blocker).message : null };
    });
  }

  return async (rows, canRead) => {
    const [first] = rows;
    if (!first) return [];
    const about = await loaded(first, canRead);
    const judged: Judged[] = [];
    for (const asked of rows) judged.push(await one(asked, about, judged));
    const name = judged[0]?.name ?? '';
    const { entry } = about;
    if (entry && (await isThere(entryIdOf(entry.key), name))) return refuseAll(judged, alreadyThere(name));
    const known = await placed(judged);
    const wrong = known.find(({ problems }) => problems.length > 0);
    if (wrong)
      return known.map((row) =>
        row.problems.length > 0
          ? row
          : {
              ...row,
              problems: [
                {
                  code: 'import.incomplete',
                  column: null,
                  message: `Line ${wrong.asked.line} of the same campaign has a problem, and a campaign is made whole or not at all.`,
                },
              ],
            },
      );
    return entry ? noted(entry, known) : known;
  };
}

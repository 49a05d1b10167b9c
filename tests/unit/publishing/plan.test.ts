import fc from 'fast-check';
import { dueOf } from '../../../src/publishing/due';
import { csvLines } from '../../../server/services/calendar/csv-lines';
import { fileHead, fileLine } from '../../../src/publishing/calendar/file';
import { planOf } from '../../../src/publishing/calendar/plan';
import type { CalendarItem } from '../../../src/publishing/calendar/schema';

const berlin = 'Europe/Berlin';
const planned = async (text: string) => {
  const lines = await csvLines(text);
  return lines.ok ? planOf(lines.value, berlin) : lines;
};
const first = async (text: string) => {
  const plan = await planned(text);
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value[0];
};
const codeOf = async (text: string) => {
  const plan = await planned(text);
  return plan.ok ? 'read' : plan.error.code;
};
const row = (cells: string) => `entry,channel,when,zone,choice,campaign,text\n${cells}\n`;
const entry = 'api::article.article|k3x|en';

describe('a plan as a file', () => {
  it('is read with commas, semicolons or tabs, with a mark of the byte order, in any order of columns', async () => {
    for (const mark of [',', ';', '\t']) {
      const text = `\uFEFFChannel${mark}When${mark}ENTRY${mark}note\r\nBluesky${mark}2026-12-24 09:30${mark}${entry}${mark}mine\r\n`;
      expect(await first(text)).toEqual({
        line: 2,
        entry: { uid: 'api::article.article', documentId: 'k3x', locale: 'en' },
        channel: 'Bluesky',
        when: { kind: 'at', local: '2026-12-24T09:30', zone: berlin },
        campaign: '',
        text: null,
        problems: [],
      });
    }
  });

  it('tells the line of each row, also behind a text over several lines', async () => {
    const plan = await planned(
      row(
        `${entry},Bluesky,2026-12-24 09:30,,,,"One\n\ntwo ""three"""\n\n${entry},Site,2026-12-24 09:30,,,,`,
      ),
    );
    if (!plan.ok) throw new Error(plan.error.message);
    expect(plan.value.map(({ line, text }) => [line, text])).toEqual([
      [2, 'One\n\ntwo "three"'],
      [6, null],
    ]);
  });

  it.each([
    [entry, { documentId: 'k3x', locale: 'en' }],
    ['api::article.article|k3x|', { documentId: 'k3x', locale: null }],
    [
      'https://cms.bakery.test/admin/content-manager/collection-types/api::article.article/k3x?plugins[i18n][locale]=de',
      { documentId: 'k3x', locale: 'de' },
    ],
    [
      'https://cms.bakery.test/admin/content-manager/collection-types/api%3A%3Aarticle.article/k3x?a=b&plugins%5Bi18n%5D%5Blocale%5D=de-AT#top',
      { documentId: 'k3x', locale: 'de-AT' },
    ],
  ])('takes %s for an entry', async (cell, key) => {
    expect((await first(row(`"${cell}",Bluesky,2026-12-24 09:30,,,,`)))?.entry).toEqual({
      uid: 'api::article.article',
      ...key,
    });
  });

  it.each([
    ['k3x', 'import.entry'],
    ['plugin::users.user|k3x|en', 'import.entry'],
    ["api::article.article|k3x' or 1=1|en", 'import.entry'],
    ['__proto__|constructor|', 'import.entry'],
  ])('takes %s for none', async (cell, code) => {
    const found = await first(row(`"${cell}",Bluesky,2026-12-24 09:30,,,,`));
    expect([found?.entry, found?.problems.map((problem) => problem.code)]).toEqual([null, [code]]);
  });

  it.each([
    ['24.12.2026 09:30', '', 'when'],
    ['2026-12-24', '', 'when'],
    ['', '', 'when'],
    ['2026-12-24 09:30', 'noon', 'choice'],
  ])('says what to write in place of "%s" %s', async (when, choice, column) => {
    const found = await first(row(`${entry},Bluesky,${when},,${choice},,`));
    expect(found?.problems).toEqual([{ code: 'time.invalid', column, message: expect.any(String) }]);
  });

  it.each([
    ['nothing', '', 'import.columns'],
    ['a head alone', 'entry,channel,when\n', 'import.no-rows'],
    ['no head', `${entry},Bluesky,2026-12-24 09:30\n`, 'import.columns'],
    ['a column twice', 'entry,channel,when,entry\na,b,c,d\n', 'import.columns'],
    ['a quote that never ends', row('"never'), 'import.unreadable'],
    ['a quote in the middle', row('a"b",c'), 'import.unreadable'],
    ['bytes of another coding', row('Br\uFFFDtchen,Bluesky'), 'import.unreadable'],
    ['a picture', 'entry,channel,when\n\u0000\u0001\u0002', 'import.unreadable'],
    ['a cell without end', row('x'.repeat(50_000)), 'import.unreadable'],
    ['too many rows', row('a,b,c\n'.repeat(1_001)), 'import.too-many-rows'],
    ['as many as there may be', row('a,b,c\n'.repeat(1_000)), 'read'],
    [
      'columns called like parts of every object',
      `entry,channel,when,__proto__,constructor\na,b,c,d,e\n`,
      'read',
    ],
  ])('answers %s', async (_, text, code) => {
    expect(await codeOf(text)).toBe(code);
  });

  it.each([
    ['2026-12-24 09:30,,', { kind: 'at', local: '2026-12-24T09:30', zone: berlin }],
    [',next,', { kind: 'slot' }],
    [', NEXT ,', { kind: 'slot' }],
    [',,60', { kind: 'after', minutes: 60 }],
    [',,40320', { kind: 'after', minutes: 40_320 }],
  ])('reads %j as when', async (cells, when) => {
    const read = await first(`entry,channel,when,slot,after_website\n${entry},Bluesky,${cells}\n`);
    expect(read).toMatchObject({ when, problems: [] });
  });

  it.each([
    ['2026-12-24 09:30,next,', 'slot'],
    ['2026-12-24 09:30,,60', 'after_website'],
    [',next,60', 'after_website'],
    [',soon,', 'slot'],
    [',,0', 'after_website'],
    [',,1.5', 'after_website'],
    [',,an hour', 'after_website'],
    [',,40321', 'after_website'],
    [',,', 'when'],
  ])('does not guess what %j means', async (cells, column) => {
    const read = await first(`entry,channel,when,slot,after_website\n${entry},Bluesky,${cells}\n`);
    expect(read?.problems).toMatchObject([{ code: 'time.invalid', column }]);
  });

  it('needs a column that says when, and is content with any of the three', async () => {
    expect(await codeOf(`entry,channel\n${entry},Bluesky\n`)).toBe('import.columns');
    expect(await codeOf(`entry,channel,slot\n${entry},Bluesky,next\n`)).toBe('read');
    expect(await codeOf(`entry,channel,after_website\n${entry},Bluesky,60\n`)).toBe('read');
  });

  it('comes back from an export with its minutes after the website, where it goes by them', async () => {
    const item = { channelName: 'Bluesky', dueAt: 0, zone: '', afterMinutes: 90 } as unknown as CalendarItem;
    const found = await first(fileHead() + fileLine(item, entry, berlin));
    expect(found).toMatchObject({ when: { kind: 'after', minutes: 90 }, problems: [] });
  });

  it('never throws, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
        await planned(text);
        await planned(row(text));
      }),
      { numRuns: 300 },
    );
  });

  it('comes back from an export as it was, with nothing that a spreadsheet takes for a formula', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 60 })
      .filter((text) => text.trim() === text && text !== '');
    await fc.assert(
      fc.asyncProperty(
        name,
        name,
        fc.integer({ min: 0, max: 2 ** 41 }),
        fc.constantFrom(berlin, 'Australia/Lord_Howe', 'America/St_Johns', ''),
        async (channelName, campaignName, at, zone) => {
          const dueAt = Math.floor(at / 60_000) * 60_000;
          const item = {
            channelName,
            campaignName,
            dueAt,
            zone,
            entryTitle: '=cmd()',
            kind: 'bluesky',
            state: 'scheduled',
            problem: null,
            afterMinutes: null,
          } as unknown as CalendarItem;
          const text = fileHead() + fileLine(item, entry, berlin);
          const raw = await csvLines(text);
          expect(
            raw.ok && raw.value.flatMap(({ cells }) => cells).filter((cell) => /^[=+\-@\t\r]/.test(cell)),
          ).toEqual([]);
          const found = await first(text);
          expect(found).toMatchObject({
            channel: channelName.trim(),
            campaign: campaignName.trim(),
            problems: [],
          });
          const due = found?.when.kind === 'at' && dueOf(found.when, 0);
          expect(due).toMatchObject({ ok: true, value: { dueAt } });
        },
      ),
      { numRuns: 200, examples: [['!', "'-!", 0, berlin]] },
    );
  });
});

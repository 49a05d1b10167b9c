import type { ChannelAdapter } from '../../../../src/channels/channel';
import { ownChannels } from '../../../../server/services/own-channels';
import { noticeBoard } from './type';

const adapter = { kind: 'own', inDoubt: 'ask' } as ChannelAdapter;
const types = () => ownChannels(() => ({ adapter, recall: 'by-hand', corrects: false }));
const rules = (part: object) => ({ rules: { ...noticeBoard().rules, ...part } });
const settings = (...fields: object[]) => ({ settings: fields });

describe('a type of channel that an app registers', () => {
  it('is listed by its label, with its rules and fields as data', () => {
    const all = types();
    all.register(noticeBoard({ type: 'window', label: 'Window' }));
    all.register(noticeBoard());
    expect(all.list().map(({ label }) => label)).toEqual(['Notice board', 'Window']);
    const [view] = all.list();
    // What is not said has its default, and all of it survives the way to the browser.
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(view).toMatchObject({
      rules: { text: { required: true, graphemes: { max: 120 } }, pictures: { max: 1 } },
      settings: [{ kind: 'url', required: true }, { kind: 'number', required: false }, { hint: '' }],
      secret: [{ name: 'pin', required: true }],
    });
  });

  it.each<readonly [string, object, RegExp]>([
    ['no type', { type: undefined }, /: type: /],
    ['a type with capitals', { type: 'NoticeBoard' }, /: type: must be small letters and digits/],
    ['an empty label', { label: ' ' }, /: label: /],
    ['no adapter', { adapter: { test: 1 } }, /: adapter: must be a function of the tools$/],
    ['a word that is none of ours', { colour: 'red' }, /"colour"/],
    ['a limit below one', rules({ text: { graphemes: { max: 0 } } }), /: rules\.text\.graphemes\.max: /],
    ['a limit without a number', rules({ title: { graphemes: {} } }), /: rules\.title\.graphemes\.max: /],
    ['a rule that is code', rules({ text: { measure: () => 1 } }), /: rules\.text: .*"measure"/],
    [
      'more pictures at least than at most',
      rules({ pictures: { min: 2, max: 1 } }),
      /pictures\.min: must be at most max, which is 1$/,
    ],
    [
      'less beside pictures than nothing',
      rules({ text: { withPictures: { max: 9 } } }),
      /withPictures: needs graphemes/,
    ],
    [
      'less beside pictures that there are none of',
      rules({ text: { graphemes: { max: 9 }, withPictures: { max: 5 } }, pictures: {} }),
      /withPictures: needs pictures\.max above 0/,
    ],
    [
      'addresses in the text beside a card',
      rules({ text: { inlineLinks: { length: 20 } }, link: 'card' }),
      /inlineLinks: needs link: "field"/,
    ],
    [
      'proportions that nothing has',
      rules({ pictures: { max: 1, limits: { ratio: { min: 2, max: 1 } } } }),
      /ratio\.min: must be at most max, which is 1$/,
    ],
    [
      'a format that nobody knows',
      rules({ pictures: { max: 1, limits: { formats: { names: ['bmp'] } } } }),
      /formats\.names\[0\]: /,
    ],
    [
      'a field of a kind that there is not',
      settings({ name: 'a', label: 'A', kind: 'date' }),
      /: settings\[0\]\.kind: /,
    ],
    [
      'a name that no code can read',
      settings({ name: 'a-b', label: 'A' }),
      /settings\[0\]\.name: must be a name such as boardId$/,
    ],
    [
      'two fields of one name',
      settings({ name: 'a', label: 'A' }, { name: 'a', label: 'B' }),
      /: settings: must not have two fields of one name$/,
    ],
  ])('is refused with %s, in a sentence that names the place', (_, changes, said) => {
    const all = types();
    const register = () => all.register(noticeBoard(changes));
    expect(register).toThrow(/^Presence cannot take this type of channel: /);
    expect(register).toThrow(said);
    expect(all.list()).toEqual([]);
  });

  it('is refused where there is one of that name, and the first stays', () => {
    const all = types();
    all.register(noticeBoard());
    expect(() => all.register(noticeBoard({ label: 'Another' }))).toThrow(
      'Presence has a type of channel called notice-board already. Give one of them another name.',
    );
    expect(all.list().map(({ label }) => label)).toEqual(['Notice board']);
  });

  it('is refused where it makes no adapter', () => {
    const all = ownChannels(() => {
      throw new Error('adapter.find: must be a function, because inDoubt is "look"');
    });
    expect(() => all.register(noticeBoard())).toThrow(
      'Presence cannot take the type of channel notice-board: adapter.find: must be a function, because inDoubt is "look"',
    );
  });

  it('is found by the settings of a channel, and by nothing else', () => {
    const all = types();
    all.register(noticeBoard());
    expect(all.of({ type: 'notice-board', values: {} })?.view.label).toBe('Notice board');
    for (const settings of [{ type: 'window' }, { type: 'constructor' }, {}, null])
      expect(all.of(settings)).toBeNull();
  });
});

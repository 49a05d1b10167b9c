import { checkCopy, isSendable } from '../../../src/channels/check-copy';
import { copySealOf } from '../../../src/channels/copy-seal';
import { channelRules } from '../../../src/channels/rules';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { BuiltInKind, Copy } from '../../../src/channels/schema';
import type { VideoFacts } from '../../../src/channels/video/facts';
import { videoProblems } from '../../../src/channels/video/fits';
import { contentOfCopy } from '../../../src/brand/engine/copy-content';
import { copyDifferences, copySnapshot } from '../../../src/governance/difference/copies';

const video = { hash: 'kneading', url: '/uploads/kneading.mp4', alt: 'Hands knead dough' };
const copy = (changes: Partial<Copy> = {}): Copy => ({
  ...{ text: 'How it is made', link: null, pictures: [], video, edited: true },
  ...changes,
});
const picture = { hash: 'loaf', url: '/uploads/loaf.jpg', alt: 'A loaf' };

describe('a copy with a video', () => {
  it.each<[what: string, kind: BuiltInKind, changes: Partial<Copy>, problems: string[]]>([
    ['is taken', 'mastodon', {}, []],
    ['needs no text', 'mastodon', { text: '' }, []],
    ['needs no picture where one is needed', 'pinterest', {}, []],
    [
      'is not taken with pictures',
      'mastodon',
      { pictures: [picture] },
      ['error copy.video-beside-pictures video'],
    ],
    ['is not taken by a channel without videos', 'google-business', {}, ['error copy.video-not-taken video']],
    ['is not taken by mail', 'email', { subject: 'Bread' }, ['error copy.video-not-taken video']],
    [
      'says what happens in it',
      'mastodon',
      { video: { ...video, alt: ' ' } },
      ['warning copy.video-alt-missing video.alt'],
    ],
    [
      'says it briefly',
      'discord',
      { video: { ...video, alt: 'x'.repeat(1_025) } },
      ['error copy.video-alt-too-long video.alt'],
    ],
    ['has no place to say it on Telegram', 'telegram', { video: { ...video, alt: '' } }, []],
    [
      'leaves room as a picture does',
      'telegram',
      { text: 'x'.repeat(1_025) },
      ['error copy.too-long-with-pictures text'],
    ],
  ])('%s', (_, kind, changes, problems) => {
    const check = checkCopy(kind, copy(changes));
    expect(check.problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual(problems);
    expect(isSendable(check)).toBe(!problems.some((one) => one.startsWith('error')));
  });

  it('stands in place of the card, so the address counts behind the words', () => {
    const link = 'https://bakery.test/bread';
    const length = (changes: Partial<Copy>) => checkCopy('bluesky', copy({ link, ...changes })).count;
    expect(length({ video: undefined })).toBe('How it is made'.length);
    expect(length({})).toBe(`How it is made\n\n${link}`.length);
    expect(checkCopy('bluesky', copy({ link, text: 'x'.repeat(280) })).problems).toMatchObject([
      { code: 'copy.too-long', values: { over: 7 } },
    ]);
  });

  it('has a seal of its own, and one without keeps the seal that it had', () => {
    const without = copySealOf(copy({ video: undefined }));
    expect(without).toBe('95017d7f39a8de77e30a52069f451da171cbb1c48a389a271e2da50c0ee09d90');
    expect(copySealOf(copy())).not.toBe(without);
    expect(copySealOf(copy({ video: { ...video, alt: 'Dough' } }))).not.toBe(copySealOf(copy()));
    expect(copySealOf(copy({ video: { ...video, url: 'https://cdn.bakery.test/kneading.mp4' } }))).toBe(
      copySealOf(copy()),
    );
  });

  it('has its alt text read by the brand check', () => {
    const { texts, pictures } = contentOfCopy(copy(), 'mastodon');
    expect(texts.map(({ field, kind, text }) => ({ field, kind, text }))).toContainEqual({
      ...{ field: 'video.alt', kind: 'alt', text: 'Hands knead dough' },
    });
    expect(pictures).toEqual([]);
  });

  it('is compared with what it was', () => {
    const side = (one: Copy) => ({
      key: 'c',
      name: 'Mastodon',
      seal: copySealOf(one),
      snapshot: copySnapshot(one),
    });
    const [change] = copyDifferences([side(copy({ video: undefined }))], [side(copy())]);
    expect(change).toMatchObject({ change: 'changed' });
    expect(JSON.stringify(change)).toContain('kneading.mp4');
  });
});

describe('a file against its channel', () => {
  const facts: VideoFacts = {
    ...{
      format: 'mp4',
      bytes: 4_000_000,
      seconds: 30,
      width: 1_080,
      height: 1_920,
      codec: 'h264',
      sound: 'aac',
    },
    isQuickToStart: true,
  };
  const strict: Pick<ChannelRules, 'label' | 'video'> = {
    label: 'The board',
    video: {
      formats: { names: ['mp4', 'mov'], source: '' },
      codecs: { names: ['h264', 'hevc'], source: '' },
      bytes: { min: 75_000, max: 5_000_000, source: '' },
      seconds: { min: 3, max: 90, source: '' },
      ratio: { min: 0.5, max: 2, source: '' },
      side: { max: 1_920, source: '' },
      alt: 'none',
    },
  };
  it.each<[what: string, facts: Partial<VideoFacts>, problems: string[]]>([
    ['that fits', {}, []],
    ['in another format', { format: 'webm' }, ['video.format']],
    ['with another codec', { codec: 'prores' }, ['video.codec']],
    ['that is too heavy', { bytes: 5_000_001 }, ['video.too-heavy']],
    ['that is too light', { bytes: 74_999 }, ['video.too-light']],
    ['that is as light as it may be', { bytes: 75_000 }, []],
    ['that is too long', { seconds: 90.1 }, ['video.too-long']],
    ['that is too short', { seconds: 2.9 }, ['video.too-short']],
    ['that does not say how long it is', { seconds: null }, ['video.length-unknown']],
    ['that is too narrow', { width: 500 }, ['video.ratio']],
    ['that is too wide', { width: 1_920, height: 900 }, ['video.ratio']],
    ['of too many pixels', { width: 2_160, height: 3_840 }, ['video.too-large']],
  ])('%s', (_, changes, codes) => {
    const found = videoProblems({ ...facts, ...changes }, strict);
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { message, path } of found)
      expect([message, path]).toEqual([expect.stringMatching(/^[A-Z].*\.$/), 'video']);
  });

  it('says by how much, and what to do', () => {
    const say = (part: Partial<VideoFacts>) => videoProblems({ ...facts, ...part }, strict)[0]?.message;
    expect(say({ format: 'webm' })).toBe(
      'The board takes videos as MP4 or MOV, this one is WebM. Export it as MP4 or MOV, or leave it out.',
    );
    expect(say({ seconds: 95.04 })).toBe(
      'The board takes videos of at most 90 seconds, this one has 95. Cut it.',
    );
    expect(say({ bytes: 7_420_000 })).toBe(
      'The board takes videos up to 5 MB, this one has 7.5 MB. Export it smaller, or cut it.',
    );
  });

  it('of which LinkedIn would make nothing is told before', () => {
    expect(videoProblems({ ...facts, bytes: 74_999 }, channelRules.linkedin)).toMatchObject([
      {
        ...{ code: 'video.too-light', severity: 'error' },
        message:
          'LinkedIn takes videos of at least 75 kB, this one has 74 kB. Export it in better quality, or take a longer one.',
      },
    ]);
    expect(videoProblems({ ...facts, bytes: 74_999 }, channelRules.facebook)).toEqual([]);
  });

  it('is judged by every channel that offers videos, and by no other', () => {
    const taking = Object.values(channelRules).filter(({ video: rule }) => rule);
    expect(taking.map(({ kind }) => kind)).toEqual([
      'bluesky',
      'mastodon',
      'facebook',
      'instagram',
      'x',
      'threads',
      'linkedin',
      'pinterest',
      'discord',
      'telegram',
    ]);
    for (const rules of taking)
      expect(videoProblems({ ...facts, bytes: 1e12 }, rules)).toMatchObject([{ code: 'video.too-heavy' }]);
    expect(videoProblems({ ...facts, bytes: 1e12 }, channelRules.email)).toEqual([]);
  });
});

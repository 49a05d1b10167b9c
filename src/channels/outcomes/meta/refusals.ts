/** How a try ends after a refusal; `again`: it may have been done, and where it would have published, somebody looks first. */
export type MetaEnd =
  'again' | 'later' | 'too-many' | 'day-quota' | 'reauthorise' | 'blocked' | 'rejected' | 'duplicate';

/** What is known of a refusal. `says` is a sentence for a person, `{network}` the name of the network in it. */
export interface MetaRow {
  readonly ends: MetaEnd;
  readonly code: string;
  readonly says: string;
}

const row = (ends: MetaEnd, code: string, says: string): MetaRow => ({ ends, code: `meta.${code}`, says });

const signedOut = (why: string): MetaRow =>
  row('reauthorise', 'signed-out', `${why} Make a new access token and enter it here.`);
/** What codes that are not in the tables end as, by their status. */
export const tokenOver = signedOut('{network} does not take the access token any more.');
export const failed = row('again', 'server-error', '{network} failed. It is tried again by itself.');
export const tooMany = row('too-many', 'too-many', '{network} takes no more calls here');
const permission = row(
  'reauthorise',
  'permission',
  'The access token may not do this on {network}. Give the app its permissions and the person the rights to publish, make a new token, and enter it here.',
);
const policy = row(
  'rejected',
  'policy',
  '{network} sees its rules broken by this post. Change the text or the pictures and schedule it again.',
);
const link = (what: string): MetaRow =>
  row('rejected', 'link', `${what} Check the address of the page, and schedule it again.`);
const identity = row(
  'blocked',
  'identity',
  '{network} wants whoever runs this account to confirm who they are before it takes posts. Do that there, then test the channel.',
);
const closed = row(
  'blocked',
  'restricted',
  '{network} has restricted this account. Sign in there, see what it says, then test the channel.',
);
const duplicate = row(
  'duplicate',
  'duplicate',
  '{network} has the same post as its last one. Change the text and schedule it again.',
);
const containerGone = row(
  'later',
  'container-gone',
  '{network} has dropped what was prepared. It is prepared anew.',
);
const picture = (what: string): MetaRow =>
  row('rejected', 'picture', `${what} Choose another picture and schedule it again.`);
const video = (what: string): MetaRow =>
  row(
    'rejected',
    'video',
    `${what} Export it as MP4 with H.264 and AAC, or choose another, and schedule the post again.`,
  );

/** A refusal that is not known: its own words are told, in place of `{said}`. */
export const refused = row(
  'rejected',
  'refused',
  '{network} refused this post: {said}. Change the text or the pictures and schedule it again.',
);
export const redirected = row(
  'rejected',
  'redirect',
  'The server of {network} redirects, and redirects are not followed. Check the version in the channel.',
);

/** By `code` (developers.facebook.com/docs/graph-api/guides/error-handling, and rate limits of use cases: 80000 to 80014). */
export const byCode: ReadonlyMap<number, MetaRow> = new Map([
  ...[1, 2].map((code) => [code, failed] as const),
  ...[4, 17, 32, 341, 613].map((code) => [code, tooMany] as const),
  ...Array.from({ length: 15 }, (_, n) => [80_000 + n, tooMany] as const),
  ...[3, 10].map((code) => [code, permission] as const),
  ...Array.from({ length: 100 }, (_, n) => [200 + n, permission] as const),
  ...[102, 190].map((code) => [code, tokenOver] as const),
  [
    368,
    row(
      'blocked',
      'policy-block',
      '{network} takes no posts of this account for now, because it sees its rules broken. Sign in there, see what it says, then test the channel.',
    ),
  ],
  [506, duplicate],
  [
    2635,
    row(
      'blocked',
      'version',
      '{network} does not answer by this version of its API any more. Enter a newer one in the channel.',
    ),
  ],
  [1_609_005, link('{network} cannot read the page that the post links to.')],
]);

/** By `error_subcode`, which says more than the code: authentication, Pages, Instagram and Threads. */
export const bySubcode: ReadonlyMap<number, MetaRow> = new Map([
  [458, signedOut('The app is not connected with the account any more.')],
  [
    459,
    row(
      'reauthorise',
      'checkpoint',
      '{network} wants the person to sign in there and confirm something. Do that, make a new access token, and enter it here.',
    ),
  ],
  [460, signedOut('The password of the account was changed, which ends its access tokens.')],
  [463, signedOut('The access token has run out.')],
  [
    464,
    row(
      'reauthorise',
      'checkpoint',
      '{network} wants the person to confirm their account there. Do that, make a new access token, and enter it here.',
    ),
  ],
  [467, tokenOver],
  [492, signedOut('Whoever made the access token has no role on the Page any more.')],
  [1_366_046, picture('{network} does not take a picture: it wants JPEG or PNG of less than 4 MB.')],
  [
    1_366_051,
    row(
      'duplicate',
      'photos-posted',
      '{network} has these pictures in a post already. Change the post and schedule it again.',
    ),
  ],
  [1_346_003, policy],
  [1_404_102, policy],
  [1_390_008, row('too-many', 'too-fast', '{network} finds that this account posts too fast')],
  [1_609_005, link('{network} cannot read the page that the post links to.')],
  [1_609_008, link('{network} takes no links to itself in posts.')],
  [2_061_006, link('{network} finds the address that the post links to wrong.')],
  [1_404_078, identity],
  [4_854_002, identity],
  [2_207_001, failed],
  [
    2_207_003,
    row(
      'later',
      'fetch-slow',
      '{network} could not load a picture or the video in time. It is tried again by itself.',
    ),
  ],
  [2_207_004, picture('{network} finds a picture too heavy: at most 8 MB.')],
  [2_207_005, picture('{network} cannot read the format of a picture: it wants JPEG.')],
  [2_207_006, containerGone],
  [2_207_008, containerGone],
  [2_207_009, picture('{network} takes pictures from 4:5 to 1.91:1 only.')],
  [
    2_207_010,
    row(
      'rejected',
      'caption',
      '{network} finds the text too long, or its hashtags or mentions too many. Shorten it and schedule it again.',
    ),
  ],
  [2_207_020, containerGone],
  [2_207_023, picture('{network} does not know this kind of picture.')],
  [2_207_026, video('{network} does not take the format of the video.')],
  [
    2_207_027,
    row(
      'later',
      'not-ready',
      '{network} is not done with the pictures or the video yet. It is tried again by itself.',
    ),
  ],
  [
    2_207_028,
    row(
      'rejected',
      'carousel',
      '{network} does not take so many pictures, or so few, together. Change them and schedule it again.',
    ),
  ],
  [2_207_032, containerGone],
  [
    2_207_042,
    row(
      'day-quota',
      'day-quota',
      '{network} takes no more posts of this account today. It goes on by itself when the day is over.',
    ),
  ],
  [2_207_050, closed],
  [
    2_207_051,
    row(
      'blocked',
      'action-blocked',
      '{network} has stopped this account from posting, because it takes it for spam. Sign in there, see what it says, then test the channel.',
    ),
  ],
  // Also for a picture that is there and right: whoever asks again a little later gets it (postiz-app#1900, mixpost#197).
  [
    2_207_052,
    row(
      'later',
      'not-fetched',
      '{network} could not load a picture or the video from this server. It is tried again by itself; where it stays so, look whether the public address of Strapi is right and reached from outside.',
    ),
  ],
  [2_207_053, containerGone],
  [2_207_057, video('{network} finds the moment of the cover outside of the video.')],
  [4_279_013, closed],
]);

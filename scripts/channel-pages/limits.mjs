// What a channel takes, as its rules and settings say it.

export const number = (value) => value.toLocaleString('en-GB');
const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\n/g, ' ');
/** A table, empty where it has no rows. */
export const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const sized = (bytes) =>
  bytes >= 1024 * 1024 && bytes % (1024 * 1024) === 0
    ? `${number(bytes / 1024 / 1024)} MiB`
    : bytes >= 1_000_000
      ? `${number(bytes / 1_000_000)} MB`
      : `${number(bytes)} bytes`;
const span = (ms) => {
  const [size, one, many] =
    ms % 3_600_000 === 0 ? [3_600_000, 'an hour', 'hours'] : [60_000, 'a minute', 'minutes'];
  return ms === size ? one : `${number(ms / size)} ${many}`;
};
const ratio = (value) => number(Math.round(value * 100) / 100);

export function limits({ text, title, description, subject, preheader, quota, price, replies }) {
  const rows = [
    text.characters && [
      'Text',
      `${number(text.characters.max)} characters, as the network counts them`,
      text.characters.source,
    ],
    text.graphemes && [
      'Text',
      `${number(text.graphemes.max)} characters, as a person counts them`,
      text.graphemes.source,
    ],
    text.withPictures && [
      'Text beside pictures',
      `${number(text.withPictures.max)} characters`,
      text.withPictures.source,
    ],
    text.utf8Bytes && ['Text', `${number(text.utf8Bytes.max)} bytes in UTF-8`, text.utf8Bytes.source],
    text.hashtags && ['Hashtags', number(text.hashtags.max), text.hashtags.source],
    text.mentions && ['Mentions', number(text.mentions.max), text.mentions.source],
    text.inlineLinks && [
      'Each address in the text',
      `counts ${text.inlineLinks.length}`,
      text.inlineLinks.source,
    ],
    title?.graphemes && [
      'Title of the card',
      `${number(title.graphemes.max)} characters`,
      title.graphemes.source,
    ],
    description?.graphemes && [
      'Description of the card',
      `${number(description.graphemes.max)} characters`,
      description.graphemes.source,
    ],
    subject && [
      'Subject',
      `${number(subject.graphemes.max)} characters, ${number(subject.advised.max)} advised`,
      `${subject.graphemes.source}; ${subject.advised.source}`,
    ],
    preheader && [
      'Preview text',
      `${number(preheader.advised.max)} characters advised`,
      preheader.advised.source,
    ],
    replies && [
      replies.kind === 'thread' ? 'Posts that follow in a thread' : 'First comment',
      replies.kind === 'thread' ? `up to ${number(replies.most.max)}` : number(replies.most.max),
      replies.most.source,
    ],
    replies?.text?.characters && [
      'Text of a comment',
      `${number(replies.text.characters.max)} characters, as the network counts them`,
      replies.text.characters.source,
    ],
    quota && ['Posts of an account', `${number(quota.posts)} in ${span(quota.within)}`, quota.source],
    price && [
      'Price of a post',
      `${price.perPost / 100} ${price.currency}${price.withLink ? `, with an address in it ${price.withLink / 100} ${price.currency}` : ''}`,
      price.source,
    ],
  ].filter(Boolean);
  return rows.length === 0
    ? 'There is no text of its own, so there is nothing to limit.'
    : table(['what', 'how much', 'where that is written'], rows);
}

const alts = {
  required: 'each picture needs one: without it the copy is not sent',
  advised: 'a copy without one is warned about',
  none: 'there is no field for one',
};
const loaders = {
  network: 'the network, by the address of the picture: it has to be reachable from outside',
  reader: 'whoever reads it, by the address of the picture: it has to be reachable from outside',
};

export function pictures({
  pictures: { min, max, alt, altGraphemes, bytes, frame, limits: advised = {}, loadedBy },
}) {
  const { formats, least, ratio: shape, weight, moving } = advised;
  const rows = [
    [
      'How many',
      max === 0
        ? 'none with the copy: the limits below are those of the cover'
        : `${min ? `${min} to ` : 'up to '}${max}`,
      '',
    ],
    max > 0 && [
      'Alt texts',
      alts[alt] + (altGraphemes ? `; up to ${number(altGraphemes.max)} characters` : ''),
      altGraphemes?.source ?? '',
    ],
    bytes && [
      'Made to weigh',
      `at most ${sized(bytes.max)}, as a JPEG without the data of the camera`,
      bytes.source,
    ],
    frame && [
      'Made to fit',
      `${ratio(frame.ratio.min)} to ${ratio(frame.ratio.max)} wide to high, ${number(frame.width.min)} to ${number(frame.width.max)} pixels wide, with white beside it where needed`,
      frame.source,
    ],
    formats && ['Advised formats', formats.names.join(', '), formats.source],
    least && [
      'Advised size',
      `at least ${number(least.width)} × ${number(least.height)} pixels`,
      least.source,
    ],
    shape && ['Advised shape', `${ratio(shape.min)} to ${ratio(shape.max)} wide to high`, shape.source],
    weight && ['Heaviest file', sized(weight.max), weight.source],
    moving && [
      'Moving pictures',
      moving.shown.length > 0
        ? `move as ${moving.shown.join(', ')}${moving.weight ? `, up to ${sized(moving.weight)}` : ''}`
        : 'stand still',
      moving.source,
    ],
    loadedBy && ['Loaded by', loaders[loadedBy], ''],
  ].filter(Boolean);
  return table(['what', 'how much', 'where that is written'], rows);
}

const filmAlts = { ...alts, required: 'it needs one: without it the copy is not sent' };

/** What a channel takes of a video; undefined where it takes none. */
export function video({ video: rules }) {
  if (!rules) return undefined;
  const { formats, codecs, bytes, seconds, ratio: shape, side, alt, altGraphemes } = rules;
  const span = [
    seconds?.min !== undefined && `at least ${number(seconds.min)} seconds`,
    seconds?.max !== undefined && `at most ${number(seconds.max)} seconds`,
  ].filter(Boolean);
  const rows = [
    ['Formats', formats.names.map((name) => name.toUpperCase()).join(', '), formats.source],
    codecs && ['Coded as', codecs.names.join(', '), codecs.source],
    bytes.min !== undefined && ['Lightest file', `${number(bytes.min / 1_000)} kB`, bytes.source],
    ['Heaviest file', sized(bytes.max), bytes.source],
    seconds && ['Length', span.join(', '), seconds.source],
    shape && ['Shape', `${ratio(shape.min)} to ${ratio(shape.max)} wide to high`, shape.source],
    side && ['Longer side', `at most ${number(side.max)} pixels`, side.source],
    [
      'Alt text',
      filmAlts[alt] + (altGraphemes ? `; up to ${number(altGraphemes.max)} characters` : ''),
      altGraphemes?.source ?? '',
    ],
  ].filter(Boolean);
  return table(['what', 'how much', 'where that is written'], rows);
}

/** What a token has to be allowed: a list, or one for each way to post. */
export function scopes(lists) {
  const ways = Array.isArray(lists) ? { '': lists } : lists;
  return Object.entries(ways)
    .map(([way, list]) => `${way && `As ${way}: `}${list.map((one) => `\`${one}\``).join(', ')}.`)
    .join('\n\n');
}

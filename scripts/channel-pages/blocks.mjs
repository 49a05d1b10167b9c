// The parts of a channel's page that are data: each from the rules, the settings or the source of the channel.
import { answersOf } from './answers.mjs';
import { limits, number, pictures, scopes, table, video } from './limits.mjs';

const inDoubt = {
  look: 'it may be there: the account’s own posts are looked through, and it is sent again only where it is not found',
  send: 'sent again under the same key, by which a second one is recognised',
  ask: 'it may be there, and nobody can look from here: _Publications_ asks you to look, and to say so',
};
const follows = (kind, doubt) =>
  ({
    retry: 'tried again by itself',
    parked: 'waits, and goes on by itself',
    reauthorise: 'the channel asks for its credentials anew; what is due waits',
    blocked: 'the channel is blocked until somebody settled it; what is due waits',
    rejected: 'refused for good: somebody has to change it',
    unknown: inDoubt[doubt],
    failed: 'taking back did not work, and is tried again',
    kept: 'stays where it is',
  })[kind];

/** Both ends of an answer that may have come before or after something was published. */
const bothEnds = (kinds, doubt) =>
  kinds.length === 2 && kinds[0] === 'unknown'
    ? `while publishing: ${follows('unknown', doubt)}; before: ${follows(kinds[1], doubt)}`
    : kinds.map((kind) => follows(kind, doubt)).join(', or ');

const metaEnds = {
  again: ['unknown', 'retry'],
  later: ['retry'],
  'too-many': ['parked'],
  'day-quota': ['parked'],
  duplicate: ['duplicate'],
};

/** The tables of Meta by code: all numbers of one sentence in one row. */
function metaRows({ byCode, bySubcode }, label) {
  const rows = new Map();
  for (const [value, { ends, code, says }] of [...byCode, ...bySubcode]) {
    const row = rows.get(code + says) ?? { code, ends, says, values: new Set() };
    row.values.add(value);
    rows.set(code + says, row);
  }
  return [...rows.values()].map(({ code, ends, says, values }) => ({
    ...{ code, kinds: metaEnds[ends] ?? [ends], numbers: ranges([...values]) },
    says: `${says.replaceAll('{network}', label).replaceAll('{said}', '…')}${ends === 'too-many' ? ' for now. It goes on by itself.' : ''}`,
  }));
}

/** 200, 201, 202 as "200 to 202". */
function ranges(values) {
  const runs = [];
  for (const value of values.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && value === last[1] + 1) last[1] = value;
    else runs.push([value, value]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`))
    .join(', ');
}

const endOf = (kinds, doubt) =>
  kinds[0] === 'duplicate'
    ? 'counts as published where it is ours, which is looked up; else refused for good'
    : bothEnds(kinds, doubt);

function answers(kind, { rows, isMeta, inDoubt: doubt }, { meta, channelRules }) {
  const own = rows.map(({ code, kinds, says }) => [`\`${code}\``, endOf(kinds, doubt), says]);
  if (!isMeta) return table(['code', 'what follows', 'what the channel says'], own);
  const shared = metaRows(meta, channelRules[kind].label);
  return `${table(
    ['numbers of Meta', 'code', 'what follows', 'what the channel says'],
    shared.map(({ numbers, code, kinds, says }) => [numbers, `\`${code}\``, endOf(kinds, doubt), says]),
  )}\n\n${table(['code', 'what follows', 'what the channel says'], own)}`;
}

/** Which counts a network tells, in their order, and what it calls them. */
const countsOf = (kind, { metrics, told }) =>
  metrics.filter((name) => name in told[kind]).map((name) => ({ name, called: told[kind][name] }));

const counted = (counts) =>
  counts.length === 0
    ? 'No counts of posts come from here.'
    : `${table(
        ['counted as', 'what the network calls it'],
        counts.map(({ name, called }) => [name, `\`${called}\``]),
      )}\n\nWhat the network does not tell of a post is not known, and not 0. Clicks on tracked links are counted beside these and never added to them.`;

/** What _Take back_ does: on the page of a channel, and in the index. */
const ways = {
  deletes: ['_Take back_ deletes the post on the network.', 'deletes the post'],
  'takes-down': ['_Take back_ takes the page off the website.', 'takes the page off'],
  tells: ['_Take back_ tells whoever received it; what they do with it is theirs.', 'tells the receiver'],
  keeps: ['What was sent cannot be called back.', 'is not possible'],
  'by-hand': [
    '_Take back_ leaves the post where it is: a person deletes it on the network.',
    'a person does it there',
  ],
};

/** What _Correct the words_ does. The website says other words by its entry, and a mail cannot be changed. */
const correcting = (kind, { canCorrect }) =>
  canCorrect({ kind })
    ? '_Correct the words_ changes the text of the post where it stands; its pictures and its link stay.'
    : 'The words of what went out cannot be corrected from here.';

/** Every generated part of the page of a kind, by the name in its markers. */
export function blocksOf(root, kind, lists) {
  const rules = lists.channelRules[kind];
  const known = answersOf(root, kind, lists.codes);
  const needed = lists.scopes[kind];
  return {
    limits: limits(rules),
    pictures: pictures(rules),
    ...(rules.video && { video: video(rules) }),
    ...(needed && { scopes: scopes(needed) }),
    answers: answers(kind, known, lists),
    counted: counted(countsOf(kind, lists)),
    recall: `${ways[lists.recallWayOf({ kind })][0]}\n\n${correcting(kind, lists)}`,
  };
}

/** What stands in the index of all pages. */
export function overviewOf(lists) {
  const rows = lists.channelKinds.map((kind) => {
    const { label, text, pictures: of, video: film } = lists.channelRules[kind];
    const longest = text.characters ?? text.graphemes;
    return [
      `[${label}](channels/${kind}.md)`,
      lists.isConnectable(kind) ? 'at the network' : 'in the form',
      longest ? number(longest.max) : '',
      of.max === 0 ? '' : `${of.min ? `${of.min} to ` : 'up to '}${of.max}`,
      film ? 'one' : '',
      countsOf(kind, lists)
        .map(({ name }) => name)
        .join(', '),
      ways[lists.recallWayOf({ kind })][1],
    ];
  });
  return table(['channel', 'connected', 'characters', 'pictures', 'video', 'counted', 'taking back'], rows);
}

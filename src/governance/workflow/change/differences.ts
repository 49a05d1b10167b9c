import type { Condition, Stage, Transition, Workflow } from '../schema';

/** One thing that is different, in a sentence, and where in the newer definition (the older one, where it was removed). */
export interface Difference {
  readonly path: string;
  readonly message: string;
}

/** What changes between two definitions; empty where they mean the same. */
export const differences = (before: Workflow, after: Workflow): Difference[] => [
  ...changed('name', 'The workflow', 'is called', before.name, after.name),
  ...changed(
    'guardUnpublish',
    'Taking something off the site',
    'needs',
    unpublishText(before),
    unpublishText(after),
  ),
  ...lists('stages', 'stage', before.stages, after.stages, stageChanges),
  ...lists('transitions', 'transition', before.transitions, after.transitions, transitionChanges),
];

const unpublishText = ({ guardUnpublish }: Workflow) =>
  guardUnpublish ? 'the permission of Presence too' : 'Strapi’s permission only';

function lists<T extends { readonly key: string; readonly name?: string }>(
  part: string,
  what: string,
  before: readonly T[],
  after: readonly T[],
  inside: (before: T, after: T, path: string) => Difference[],
): Difference[] {
  const removed = before
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => !after.some(({ key }) => key === one.key))
    .map(({ one, index }) => ({
      path: `${part}[${index}]`,
      message: `The ${what} “${one.name ?? one.key}” is removed.`,
    }));
  const others = after.flatMap((one, index) => {
    const path = `${part}[${index}]`;
    const known = before.find(({ key }) => key === one.key);
    return known
      ? inside(known, one, path)
      : [{ path, message: `The ${what} “${one.name ?? one.key}” is new.` }];
  });
  return [...removed, ...others, ...order(part, what, before, after)];
}

/** The order tells where entries begin and which of several transitions applies. */
function order(
  part: string,
  what: string,
  before: readonly { readonly key: string }[],
  after: readonly { readonly key: string }[],
): Difference[] {
  const kept = before.map(({ key }) => key).filter((key) => after.some((one) => one.key === key));
  const now = after.map(({ key }) => key).filter((key) => before.some((one) => one.key === key));
  return kept.every((key, index) => now[index] === key)
    ? []
    : [{ path: part, message: `The order of the ${what}s is now ${now.join(', ')}.` }];
}

const stageChanges = (before: Stage, after: Stage, path: string): Difference[] => {
  const subject = `The stage “${before.name}”`;
  return [
    ...changed(`${path}.name`, subject, 'is called', before.name, after.name),
    ...changed(`${path}.colour`, subject, 'has the colour', before.colour, after.colour),
    ...changed(`${path}.meaning`, subject, 'means', before.meaning, after.meaning),
    ...changed(`${path}.days`, subject, 'lasts', daysText(before.days), daysText(after.days)),
    ...changed(`${path}.remind`, subject, 'reminds', remindText(before), remindText(after)),
    ...changed(`${path}.escalate`, subject, 'escalates to', listed(before.escalate), listed(after.escalate)),
    ...changed(`${path}.lock`, subject, 'locks', lockText(before), lockText(after)),
  ];
};

const transitionChanges = (before: Transition, after: Transition, path: string): Difference[] => {
  const subject = `The transition “${before.key}”`;
  const at = (name: keyof Transition, verb: string, text: (one: Transition) => string) =>
    changed(`${path}.${name}`, subject, verb, text(before), text(after));
  return [
    ...at('decision', 'is', ({ decision }) => decision),
    ...at('from', 'begins at', ({ from }) => listed(from)),
    ...at('to', 'leads to', ({ to }) => to),
    ...at('when', 'applies', ({ when }) =>
      when.length > 0 ? `when ${when.map(conditionText).join(' and ')}` : 'always',
    ),
    ...at('who', 'is for', ({ who }) => listed(who)),
    ...at('needs', 'needs', needsText),
    ...at('fourEyes', 'is', ({ fourEyes }) =>
      fourEyes ? 'not for those who edited' : 'also for those who edited',
    ),
    ...at('checklist', 'asks to confirm', ({ checklist }) =>
      checklist.length > 0 ? checklist.map((one) => `“${one}”`).join(', ') : 'nothing',
    ),
    ...at('comment', 'has a comment that is', ({ comment }) => comment),
  ];
};

const changed = (path: string, subject: string, verb: string, before: string, after: string): Difference[] =>
  before === after ? [] : [{ path, message: `${subject} ${verb} ${after}, no longer ${before}.` }];

const daysText = (days: number | null) => (days === null ? 'as long as it takes' : `${days} working days`);
const remindText = ({ remind }: Stage) =>
  remind === null ? 'nobody' : `${remind} working days before the end`;
const listed = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'nobody');
const lockText = ({ lock }: Stage) =>
  lock === 'none' ? 'nothing' : lock === 'entry' ? 'the whole entry' : lock.fields.join(', ');
const needsText = ({ needs }: Transition) =>
  needs.length > 0
    ? needs.map(({ count, of }) => `${count} of ${of.join(' or ')}`).join(' and ')
    : 'one of them';

/** A condition in words. */
function conditionText(condition: Condition): string {
  const not = condition.not ?? false;
  switch (condition.on) {
    case 'role':
      return `the person is ${not ? 'not ' : ''}${condition.any.join(' or ')}`;
    case 'type':
      return `the type is ${not ? 'not ' : ''}${condition.any.join(' or ')}`;
    case 'locale':
      return `the language is ${not ? 'not ' : ''}${condition.any.join(' or ')}`;
    case 'changed':
      return `${condition.any.join(' or ')} ${not ? 'did not change' : 'changed'}`;
    case 'marked':
      return `${not ? 'no field' : 'a field'} marked ${condition.any.join(' or ')} changed`;
    case 'score':
      return `the brand score is ${not ? 'at least' : 'below'} ${condition.below}`;
    case 'channels':
      return `${not ? 'no copy waits' : 'a copy waits'} for ${condition.any.join(' or ')}`;
    case 'only-channels':
      return `${not ? 'not only copies wait' : 'only copies wait'} for ${condition.any.join(' or ')}`;
  }
}

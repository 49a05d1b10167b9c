import type { TransitionKind, Workflow } from '../../../../src/governance/workflow/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { Desk } from './desk';

/**
 * Who may do what, and what goes out, after each row of acts. Emil writes, Nora may approve, Rosa owns the business, Ida
 * signs off by e-mail, the importer is a machine of Rosa's. A button in brackets is grey. `bluesky` is a copy.
 *
 * Acts: `Emil writes A` saves the entry; `Emil writes bluesky X` its copy; the rest are decisions.
 */
const one = `
acts                                                        | entry                  | bluesky           | Emil     | Nora                               | Rosa
Emil writes A                                               | not-approved           | -                 | submit   | submit                             | submit
Emil writes A, submit                                       | not-approved           | -                 | withdraw | approve request-changes withdraw   | approve request-changes withdraw
Emil writes A, submit, Rosa approve                         | free                   | -                 | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw
Emil writes A, submit, Rosa approve, Nora writes B          | changed-since-approval | -                 | submit   | submit                             | submit
Emil writes A, submit, Rosa approve, Nora writes B, Emil writes A | free             | -                 | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw
Emil writes A, submit, Rosa approve, Nora writes B, submit  | not-approved           | -                 | withdraw | (approve) request-changes withdraw | approve request-changes withdraw
Emil writes A, submit, Nora writes B                        | not-approved           | -                 | withdraw | (approve) request-changes withdraw | approve request-changes withdraw
Nora writes A, Emil writes B, submit                        | not-approved           | -                 | withdraw | (approve) request-changes withdraw | approve request-changes withdraw
Nora writes A, Emil submit, Rosa approve, Emil writes B, submit | not-approved       | -                 | withdraw | approve request-changes withdraw   | approve request-changes withdraw
Importer writes A, Emil submit                              | not-approved           | -                 | withdraw | approve request-changes withdraw   | (approve) request-changes withdraw
Emil writes A, submit, Rosa request-changes                 | not-approved           | -                 | submit   | submit                             | submit
Emil writes A, submit, withdraw                             | not-approved           | -                 | submit   | submit                             | submit
Emil writes A, submit, Rosa approve, withdraw               | not-approved           | -                 | submit   | submit                             | submit
Emil writes A, writes bluesky X, submit                     | not-approved           | copy-not-approved | withdraw | approve request-changes withdraw   | approve request-changes withdraw
Emil writes A, writes bluesky X, submit, Rosa approve       | free                   | free              | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw
Emil writes A, submit, Rosa approve, Emil writes bluesky X  | free                   | copy-not-approved | withdraw | approve request-changes withdraw   | approve request-changes withdraw
Emil writes A, submit, Rosa approve, Nora writes bluesky X  | free                   | copy-not-approved | withdraw | (approve) request-changes withdraw | approve request-changes withdraw
Emil writes A, submit, Rosa approve, Emil writes bluesky X, Nora approve | free      | free              | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw
Emil writes A, writes bluesky X, submit, Rosa approve, Emil writes bluesky Y | free  | copy-not-approved | withdraw | approve request-changes withdraw   | approve request-changes withdraw
Emil writes A, writes bluesky X, submit, Rosa approve, Emil writes B | changed-since-approval | copy-not-approved | submit | submit                       | submit
`;

/** The same where the owner or Ida, and beside them somebody who may approve, have to. */
const two = `
acts                                                        | entry                  | bluesky           | Emil     | Nora                               | Rosa                               | Ida
Emil writes A, submit                                       | not-approved           | -                 | withdraw | approve request-changes withdraw   | approve request-changes withdraw   | approve request-changes
Emil writes A, submit, Nora approve                         | approvals-missing      | -                 | withdraw | (approve) request-changes withdraw | approve request-changes withdraw   | approve request-changes
Emil writes A, submit, Nora approve, Rosa approve           | free                   | -                 | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw | (approve) request-changes
Emil writes A, submit, Nora approve, Ida approve            | free                   | -                 | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw | (approve) request-changes
Emil writes A, submit, Rosa approve                         | approvals-missing      | -                 | withdraw | approve request-changes withdraw   | (approve) request-changes withdraw | approve request-changes
Emil writes A, submit, Rosa approve, Ida approve            | free                   | -                 | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw | (approve) request-changes
Emil writes A, submit, Nora approve, Emil writes B          | not-approved           | -                 | withdraw | approve request-changes withdraw   | approve request-changes withdraw   | approve request-changes
Emil writes A, submit, Nora approve, Emil writes B, Rosa approve | approvals-missing | -                 | withdraw | approve request-changes withdraw   | (approve) request-changes withdraw | approve request-changes
Emil writes A, submit, Nora approve, Ida request-changes    | not-approved           | -                 | submit   | submit                             | submit                             | -
Emil writes A, writes bluesky X, submit, Nora approve, Emil writes bluesky Y, Rosa approve | free | copy-not-approved | withdraw | approve request-changes withdraw | approve request-changes withdraw | approve request-changes
Emil writes A, writes bluesky X, submit, Nora approve, Emil writes bluesky Y, Nora approve, Rosa approve | free | free | withdraw | (approve) request-changes withdraw | (approve) request-changes withdraw | (approve) request-changes
`;

const twoSign: Workflow = {
  ...standardWorkflow,
  key: 'two-sign',
  transitions: standardWorkflow.transitions.map((transition) => {
    if (transition.decision === 'request-changes')
      return { ...transition, who: [...transition.who, 'guest:ida@mill.test'] };
    if (transition.decision !== 'approve') return transition;
    return {
      ...transition,
      who: ['may:review.approve', 'guest:ida@mill.test'],
      needs: [
        { count: 1, of: ['role:owner', 'guest:ida@mill.test'] },
        { count: 1, of: ['may:review.approve'] },
      ],
    };
  }),
};

/** The columns of a table, line by line. */
const rowsOf = (table: string): Record<string, string>[] => {
  const [head = '', ...lines] = table.trim().split('\n');
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at]!, cell])));
};
const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

/** Does the acts of a row: `Emil writes A, submit, Rosa approve`. Who is not named is who acted before. */
function acted(workflow: Workflow, acts: string): Desk {
  const desk = new Desk(workflow);
  let who = '';
  for (const act of acts.split(', ')) {
    const words = act.split(' ');
    if (/^[A-Z][a-z]+$/.test(words[0]!)) who = words.shift()!;
    const [verb, ...rest] = words;
    if (verb !== 'writes') expect(desk.decide(who, verb as TransitionKind)).toBeNull();
    else if (rest.length === 1) desk.edit(who, rest[0]!);
    else desk.write(who, rest[0]!, rest[1]!);
  }
  return desk;
}

const short = (codes: readonly string[]): string =>
  codes.map((code) => code.replace('review.', '')).join(' ') || 'free';

describe.each([
  ['one approval', standardWorkflow, one],
  ['two approvals, one of them the owner or Ida', twoSign, two],
])('%s', (_, workflow, table) => {
  it.each(rowsOf(table).map((row) => [row['acts'] ?? '', row]))('%s', (acts, row) => {
    const desk = acted(workflow, acts);
    const bluesky = desk.copies.filter(({ key }) => key === 'bluesky');
    const seen: Record<string, string> = {
      acts,
      entry: short(desk.blockers()),
      bluesky: bluesky.length === 0 ? '-' : short(desk.blockers(bluesky).filter((code) => /copy/.test(code))),
    };
    for (const who of ['Emil', 'Nora', 'Rosa', 'Ida'].filter((name) => name in row))
      seen[who] = desk.may(who).join(' ') || '-';
    expect(seen).toEqual(row);
  });
});

it('a machine, and an editor by mail, can never approve', () => {
  const desk = acted(twoSign, 'Emil writes A, submit');
  expect(desk.decide('Importer', 'approve')).toBe('review.not-allowed');
  expect(desk.decide('EmilByMail', 'approve')).toBe('review.four-eyes');
});

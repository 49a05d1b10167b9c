import { expect } from '../lines.mjs';

/** Headers and plain text of all letters, as a mail program reads them. */
export async function checkLetters({ cms, mail }, letters) {
  const seen = await Promise.all(
    letters.map(async ({ id }) => ({ headers: await mail.headers(id), text: await mail.text(id) })),
  );
  const all = (name) => seen.map(({ headers }) => headers.get(name) ?? '');
  const areDifferent = (values) => new Set(values).size === letters.length;

  expect(
    all('list-unsubscribe-post').every((value) => value === 'List-Unsubscribe=One-Click'),
    'List-Unsubscribe-Post is missing',
  );
  const leaving = all('list-unsubscribe');
  expect(
    areDifferent(leaving) && leaving.every((value) => value.includes(`<${cms}/api/presence/unsubscribe/`)),
    `List-Unsubscribe is ${leaving[0]}`,
  );
  expect(areDifferent(all('message-id')), 'two mails share a Message-ID');
  expect(
    seen.every(({ text }) => text.includes('walnut') && text.includes('Kastanienallee 40')),
    'the plain text or the imprint is missing',
  );
  return `${letters.length} Message-IDs, ${letters.length} links to leave`;
}

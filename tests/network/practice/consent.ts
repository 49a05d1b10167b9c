import type { PracticeAnswer, PracticeRequest } from '../../../server/practice/network';

export type Form = Readonly<Record<string, string>>;

/** A form that is not sent as one is an empty one; an address is one, too. */
export function formIn({ method, url, headers, body }: PracticeRequest): Form {
  if (method !== 'POST') return Object.fromEntries(url.searchParams);
  const isForm = /^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '');
  return isForm ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : {};
}

/** The page on which a person allows an app something, or not. It sends the question back with `account` and `decision`. */
export function consentPage(form: Form, scopes: readonly string[]): PracticeAnswer {
  const hidden = Object.entries(form)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
  return shown(
    200,
    `<h1>Authorization required</h1><p>Presence would like to: ${escaped(scopes.join(', '))}</p>
<form method="post">${hidden}
<label>Account <input name="account" value="bakery"></label>
<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form>`,
  );
}

/** A page in place of a question that may not be put to anybody. */
export const oops = (why: string): PracticeAnswer =>
  shown(400, `<h1>Something went wrong</h1><p>${escaped(why)}</p>`);

/** Sends a person back to where they came from. */
export function sentBack(to: string, values: Form): PracticeAnswer {
  const back = new URL(to);
  for (const [name, value] of Object.entries(values)) back.searchParams.set(name, value);
  return { status: 302, headers: { location: back.href }, body: '' };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const shown = (status: number, main: string): PracticeAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Practice</title><main>${main}</main></html>`,
});

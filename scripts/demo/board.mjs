import { expect } from './lines.mjs';

/** What hangs on the board of the website, as somebody sees it who walks past: the notices with this title, as they stand in the page. */
export async function noticesOn(site, title) {
  const response = await fetch(`${site}/board/`);
  expect(response.ok, `the board answers ${response.status}`);
  const notices = (await response.text()).matchAll(/<li>(.*?)<\/li>/gs);
  return [...notices].map(([, notice]) => notice).filter((notice) => notice.includes(`<h2>${title}</h2>`));
}

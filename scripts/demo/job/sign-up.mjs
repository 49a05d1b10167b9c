import { expect } from '../lines.mjs';
import { until } from '../wait.mjs';

const email = 'jana.weber@post.test';

/** Double opt-in, as a person goes through it: form, mail, link, button. */
export async function signUp(print, { cms, site, mail, visitors }) {
  const jana = await visitors.newVisitor('Jana');
  await print.step('Jana fills in the form on the website', async () => {
    await jana.signUp(`${site}/en/`, { name: 'Jana', email });
    return email;
  });
  const id = await print.step('A confirmation mail comes, and no other', async () => {
    const found = await until(
      'the confirmation mail',
      async () => (await mail.list()).find(({ to }) => to.includes(email)),
      { within: 20_000 },
    );
    expect((await mail.list()).filter(({ to }) => to.includes(email)).length === 1, 'two mails came');
    return { detail: found.subject, value: found.id };
  });
  await print.step('She confirms by the link in it', async () => {
    const [link] = (await mail.text(id)).match(new RegExp(`${cms}/api/presence/confirm/[^\\s>)\\]]+`)) ?? [];
    expect(link, 'the mail holds no confirmation link');
    return jana.confirm(link);
  });
  return { jana, newcomer: email };
}

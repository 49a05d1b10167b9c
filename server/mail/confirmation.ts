import { escapeHtml } from '../../src/audience/placeholder';
import { wordsFor } from '../../src/audience/words';
import { plainTextOf } from './plain-text';
import { htmlOfMjml, mailMjml } from './template';

/** The mail that asks a person to confirm their address: one button, and no link that does anything by itself. */
export async function confirmationMail(about: {
  readonly locale: string;
  readonly brand: string;
  readonly name: string;
  readonly link: string;
  readonly imprint: string;
}): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const words = wordsFor(about.locale);
  const subject = words.confirmSubject(about.brand);
  const body = `<p>${escapeHtml(words.confirmText(about.brand, about.name))}</p>`;
  const ignore = `<p>${escapeHtml(words.confirmIgnore)}</p>`;
  const footer = [
    escapeHtml(words.confirmIgnore),
    ...about.imprint.split(/\r?\n/).filter(Boolean).map(escapeHtml),
  ];
  const html = await htmlOfMjml(
    mailMjml({
      lang: words.lang,
      brand: about.brand,
      subject,
      preheader: '',
      greeting: '',
      title: words.confirmTitle,
      picture: null,
      html: body,
      button: { label: words.confirmButton, url: about.link },
      footer,
    }),
  );
  const link = escapeHtml(about.link);
  return { subject, html, text: await plainTextOf(`${body}<p><a href="${link}">${link}</a></p>${ignore}`) };
}

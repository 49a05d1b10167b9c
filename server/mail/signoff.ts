import { lineOf } from '../../src/audience/address';
import { escapeHtml } from '../../src/audience/placeholder';
import type { SignOffLink } from '../../src/governance/signoff/schema';
import { momentText, signOffWords } from '../../src/governance/signoff/words';
import { plainTextOf } from './plain-text';
import { htmlOfMjml, mailMjml } from './template';

interface About extends Pick<SignOffLink, 'name' | 'language' | 'message' | 'askedBy' | 'expiresAt'> {
  readonly title: string;
  /** Name of the business; may be empty. */
  readonly brand: string;
  readonly link: string;
  readonly imprint: string;
  readonly zone: string;
}

/** The mail that asks somebody without a seat: who asks, what for, until when, and one button that only opens a page. */
export async function signOffMail(
  about: About,
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const words = signOffWords(about.language);
  const asker = about.askedBy.name;
  const until = words.mailUntil(momentText(about.expiresAt, about.language, about.zone));
  const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
  // Plain text of an editor: shown as it is, without making links of it.
  const message =
    about.message === ''
      ? ''
      : `${paragraph(words.mailMessage(asker))}<blockquote>${escapeHtml(about.message).replace(/\r?\n/g, '<br>')}</blockquote>`;
  const intro = paragraph(words.mailIntro(about.name, asker, about.brand, about.title));
  const foot = [words.mailOnlyYou, ...about.imprint.split(/\r?\n/).filter(Boolean)];
  const subject = lineOf(words.subject(about.title));
  const html = await htmlOfMjml(
    mailMjml({
      lang: words.lang,
      brand: about.brand,
      subject,
      preheader: lineOf(until),
      greeting: '',
      title: words.heading(about.title),
      picture: null,
      html: `${intro}${message}${paragraph(until)}`,
      button: { label: words.mailButton, url: about.link },
      footer: foot.map(escapeHtml),
    }),
  );
  const link = escapeHtml(about.link);
  const text = await plainTextOf(
    `${intro}${message}<p><a href="${link}">${link}</a></p>${paragraph(until)}<hr>${foot.map(paragraph).join('')}`,
  );
  return { subject, html, text };
}

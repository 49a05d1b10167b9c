import { escapeHtml } from '../../src/audience/placeholder';
import { noticeWords } from '../../src/governance/notices/words';
import { plainTextOf } from './plain-text';
import { htmlOfMjml, mailMjml } from './template';

/** One notice as a mail shows it. */
export interface ShownNotice {
  readonly message: string;
  /** Where it leads in the admin panel; null where it leads nowhere. */
  readonly url: string | null;
}

interface About {
  readonly kind: 'mail' | 'digest';
  readonly language: string;
  readonly brand: string;
  readonly notices: readonly ShownNotice[];
  readonly inboxUrl: string;
  readonly preferencesUrl: string;
}

export interface NoticeMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A daily mail shows so many; the others are in the inbox. */
const most = 50;

/** The mail about one notice, or about those of a day. */
export async function noticeMail(about: About): Promise<NoticeMail> {
  const { kind, language, brand, notices, inboxUrl, preferencesUrl } = about;
  const words = noticeWords(language);
  const [first] = notices;
  const isOne = kind === 'mail' && first !== undefined;
  const subject = isOne ? lineOf(first.message) : words.digestSubject(notices.length, brand);
  const title = isOne ? words.title : words.digestTitle(notices.length);
  const left = notices.length - most;
  const body = isOne
    ? `<p>${escapeHtml(first.message)}</p>`
    : `<ul>${notices.slice(0, most).map(itemOf).join('')}</ul>${left > 0 ? `<p>${escapeHtml(words.more(left))}</p>` : ''}`;
  const button =
    isOne && first.url !== null
      ? { label: words.open, url: first.url }
      : { label: words.inbox, url: inboxUrl };
  const footer = [
    `${escapeHtml(words.why)} <a href="${escapeHtml(preferencesUrl)}">${escapeHtml(words.preferences)}</a>`,
  ];
  const html = await htmlOfMjml(
    mailMjml({
      ...{ lang: words.lang, brand, subject, title, button, footer },
      preheader: isOne ? '' : (first?.message ?? ''),
      greeting: '',
      picture: null,
      html: body,
    }),
  );
  const link = `<p><a href="${escapeHtml(button.url)}">${escapeHtml(button.label)}</a></p>`;
  const text = await plainTextOf(
    `<h1>${escapeHtml(title)}</h1>${body}${link}<hr>${footer.map((line) => `<p>${line}</p>`).join('')}`,
  );
  return { subject, html, text };
}

const itemOf = ({ message, url }: ShownNotice): string => {
  const text = escapeHtml(message);
  return `<li>${url === null ? text : `<a href="${escapeHtml(url)}">${text}</a>`}</li>`;
};

/** The notice as one header line: its beginning, whole words. */
function lineOf(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  if (line.length <= 120) return line;
  return `${line.slice(0, 119).replace(/\s+\S*$/, '')}…`;
}

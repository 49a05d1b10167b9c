import { escapeHtml } from '../../src/audience/placeholder';

/** Everything that a mail shows, already safe: `html` is made by our own renderer, the other texts are escaped here. */
interface MailParts {
  readonly lang: string;
  readonly brand: string;
  readonly subject: string;
  /** What inboxes show beside the subject. */
  readonly preheader: string;
  readonly greeting: string;
  readonly title: string;
  readonly picture: { readonly url: string; readonly alt: string } | null;
  readonly html: string;
  readonly button: { readonly label: string; readonly url: string } | null;
  /** Lines under the mail; HTML. */
  readonly footer: readonly string[];
}

const styles = `
h1 { margin: 0; font-size: 26px; line-height: 1.25; font-weight: 700; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.3; }
h3 { margin: 24px 0 8px; font-size: 17px; line-height: 1.3; }
p, ul, ol, blockquote { margin: 0 0 16px; }
img { max-width: 100%; height: auto; }
a { color: #7a3b00; text-decoration: underline; }
blockquote { padding-left: 16px; border-left: 3px solid #e2d6c8; }
.foot a { color: #555555; }`;

const section = (content: string, attributes = ''): string =>
  `<mj-section ${attributes}><mj-column>${content}</mj-column></mj-section>`;

const text = (content: string, attributes = ''): string => `<mj-text ${attributes}>${content}</mj-text>`;

/** The mail in MJML. Fonts are those of the reader's machine: a mail that loads one from a server tells who opens it. */
export const mailMjml = (mail: MailParts): string => `<mjml lang="${escapeHtml(mail.lang)}">
<mj-head>
  <mj-title>${escapeHtml(mail.subject)}</mj-title>
  ${mail.preheader === '' ? '' : `<mj-preview>${escapeHtml(mail.preheader)}</mj-preview>`}
  <mj-attributes>
    <mj-all font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" />
    <mj-text font-size="16px" line-height="1.6" color="#222222" padding="8px 24px" />
    <mj-image padding="0" />
    <mj-section padding="0" background-color="#ffffff" />
  </mj-attributes>
  <mj-style inline="inline">${styles}</mj-style>
</mj-head>
<mj-body background-color="#f4f1ec" width="600px">
${section(text(`<strong>${escapeHtml(mail.brand)}</strong>`, 'font-size="15px" color="#555555" padding="24px 24px 8px"'))}
${mail.picture ? section(pictureOf(mail.picture)) : ''}
${section(
  [
    text(`<h1>${escapeHtml(mail.title)}</h1>`, 'padding="24px 24px 8px"'),
    text(`<p>${mail.greeting}</p>`, 'padding="8px 24px 0"'),
    text(mail.html),
    mail.button ? buttonOf(mail.button) : '',
  ].join('\n'),
  'padding-bottom="24px"',
)}
${section(
  mail.footer
    .map((line) =>
      text(`<span class="foot">${line}</span>`, 'font-size="13px" color="#555555" padding="4px 24px"'),
    )
    .join('\n'),
  'background-color="#f4f1ec" padding="16px 0 24px"',
)}
</mj-body>
</mjml>`;

const pictureOf = ({ url, alt }: { readonly url: string; readonly alt: string }): string =>
  `<mj-image src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" fluid-on-mobile="true" />`;

const buttonOf = ({ label, url }: { readonly label: string; readonly url: string }): string =>
  `<mj-button href="${escapeHtml(url)}" align="left" background-color="#7a3b00" color="#ffffff" font-size="16px" font-weight="600" inner-padding="14px 22px" border-radius="6px" padding="8px 24px">${escapeHtml(label)}</mj-button>`;

/** MJML to the HTML that mail programs understand; a template that MJML does not accept is a bug. */
export async function htmlOfMjml(mjml: string): Promise<string> {
  // Loading MJML takes a third of a second: whoever sends no mail does not wait for it at every start.
  const { default: mjml2html } = await import('mjml');
  const options = { ignoreIncludes: true, fonts: {}, validationLevel: 'soft' as const, keepComments: false };
  const { html, errors } = await mjml2html(mjml, options);
  if (errors.length > 0)
    throw new Error(
      `The template of a mail is broken: ${errors.map((each) => each.formattedMessage).join('; ')}`,
    );
  return html;
}

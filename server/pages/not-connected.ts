import { html, safe } from './html';

const words = {
  en: {
    title: 'The channel was not connected',
    text: 'This answer of the network belongs to no attempt that is open: it was called off, or it was begun elsewhere. Nothing was stored. Go back to the channels and press Connect again.',
    back: 'To the channels',
  },
  de: {
    title: 'Der Kanal wurde nicht verbunden',
    text: 'Diese Antwort des Netzwerks gehört zu keinem offenen Versuch: Er wurde abgebrochen oder anderswo begonnen. Es wurde nichts gespeichert. Gehen Sie zurück zu den Kanälen und drücken Sie erneut auf Verbinden.',
    back: 'Zu den Kanälen',
  },
};

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:2rem 1.5rem;color:#222;background:#fff}a{color:#2b2bb5}@media(prefers-color-scheme:dark){body{color:#eee;background:#181826}a{color:#aab}}';

/** What somebody sees whom a network sent back with an answer that belongs to nothing. */
export function notConnectedPage(language: string, channels: string): string {
  const lang = language === 'de' ? 'de' : 'en';
  const { title, text, back } = words[lang];
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${safe(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
          <p><a href="${channels}">${back}</a></p>
        </main>
      </body>
    </html> `.html;
}

import type { Core } from '@strapi/strapi';
import { noticeBoard } from './notice-board';

/** On Mondays the bakery sleeps in: a text that invites people then sends them to a closed door. */
const closedOnMonday = {
  kind: 'block',
  id: 'app/closed-on-monday',
  severity: 'error',
  scope: { locales: ['en'] },
  explanation: 'The shop is closed on Mondays, so no text may invite people on that day.',
  examples: {
    fail: ['Come by on Monday for fresh rye.', 'We are open on Mondays, too.'],
    pass: ['On Monday the starter wakes.', 'We are open from Tuesday to Sunday.'],
  },
  find({ text }: { readonly text: string }) {
    const invited = /\b(?:open|come (?:by|in)|visit us|see you|join us)\b[^.!?\n]{0,60}?\b(Mondays?)\b/gi;
    return [...text.matchAll(invited)].map((match) => {
      const end = match.index + match[0].length;
      return {
        start: end - (match[1] ?? '').length,
        end,
        message: 'The shop is closed on Mondays. Name another day.',
      };
    });
  },
};

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    strapi.plugin('presence').service('own-channels').register(noticeBoard);
  },

  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    strapi.plugin('presence').service('brand').register(closedOnMonday);
  },
};

import type { Modules } from '@strapi/strapi';

type Middleware = Modules.Documents.Middleware.Middleware;
type Next = Parameters<Middleware>[1];

const reads = new Set(['findMany', 'findFirst', 'findOne', 'count']);

/** Our middlewares as one, the first outermost: Strapi asks every middleware about every read, and none of ours has a say there. */
export const onWrites =
  (...[first, ...others]: readonly Middleware[]): Middleware =>
  (context, next) => {
    if (!first || reads.has(context.action)) return next();
    if (others.length === 0) return first(context, next);
    // Strapi types what comes next by what each action answers, and a middleware by what any of them may.
    const inner: unknown = () => onWrites(...others)(context, next);
    return first(context, inner as Next);
  };

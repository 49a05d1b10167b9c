const backendUrl = (): string =>
  (window.strapi as { readonly backendURL?: string } | undefined)?.backendURL ?? '';

/** Where a browser finds a file of the media library, which is addressed relative to Strapi. */
export const addressOf = (url: string): string =>
  url.startsWith('/') ? `${backendUrl().replace(/\/$/, '')}${url}` : url;

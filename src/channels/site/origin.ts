/** Where an address of the web lives; empty for anything else. */
export function originOf(url: string): { readonly origin: string; readonly host: string } {
  const [, scheme = '', host = ''] = /^(https?):\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url) ?? [];
  const lower = host.toLowerCase();
  return { origin: lower && `${scheme.toLowerCase()}://${lower}`, host: lower };
}

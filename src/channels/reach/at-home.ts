/** Whether only this machine or its own network reaches an address, by its name alone. */
export function isAtHome(url: string): boolean {
  const host = /^https?:\/\/(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '';
  return (
    /^(localhost$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|\[f[cd])/i.test(host) ||
    /\.(local|localhost|internal|lan)$/i.test(host)
  );
}

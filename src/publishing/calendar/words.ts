const most = 90;

/** The first words of a text on one line, cut between two words. */
export function firstWords(text: string): string {
  // Only a little more than is shown is looked at: a newsletter is long.
  const head = text.slice(0, most * 2);
  const line = head.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return head === text ? line : `${line}…`;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(' ');
  // Half of a surrogate pair is no character.
  const words = space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${words}…`;
}

const most = 90;
/** White space that a line cannot have: anything but single spaces. */
const broken = /[^\S ]|\s\s/;

/** The first words of a text on one line, cut between two words. */
export function firstWords(text: string): string {
  // Only a little more than is shown is looked at: a newsletter is long.
  const head = text.slice(0, most * 2);
  // Most texts are one line already, and a month has thousands of them.
  const line = (broken.test(head) ? head.replace(/\s+/g, ' ') : head).trim();
  if (line.length <= most) return head === text ? line : `${line}…`;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(' ');
  // Half of a surrogate pair is no character.
  const words = space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${words}…`;
}

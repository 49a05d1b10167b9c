/** Where a rule comes from, by its id: `presence`, `kit` (the business's own), `app`, or the style of a Vale pack. */
export function sourceOf(id: string): string {
  if (id.startsWith('app/')) return 'app';
  if (id.startsWith('vale/')) return id.slice('vale/'.length).split('.')[0] ?? 'vale';
  return /^(?:brand\.(?:term|name|claim)|claim|pattern)\//.test(id) ? 'kit' : 'presence';
}

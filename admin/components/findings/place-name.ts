/** How a place is called: `sections[1].text` → “sections 2 › text”. */
export const placeName = (field: string): string =>
  field
    .split('.')
    .map((step) => step.replace(/\[(\d+)\]/g, (_, index: string) => ` ${Number(index) + 1}`))
    .join(' › ');

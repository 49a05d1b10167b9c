/** How the Content Manager names an input: `sections[1].text` is `sections.1.text` there. */
export const inputNameOf = (field: string): string => field.replace(/\[(\d+)\]/g, '.$1');

const focusable = 'input, textarea, select, button, [contenteditable="true"], [tabindex]';

/**
 * Brings the field at fault into view and puts the cursor there; inside a closed component it opens the nearest field
 * around it that is on the page. False when nothing of it is there.
 */
export function goToField(field: string): boolean {
  const steps = inputNameOf(field).split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const target = fieldElement(steps.slice(0, length).join('.'));
    if (!target) continue;
    target.scrollIntoView({ block: 'center', behavior: 'smooth' });
    const input = target.matches(focusable) ? target : target.querySelector<HTMLElement>(focusable);
    input?.focus({ preventScroll: true });
    return true;
  }
  return false;
}

function fieldElement(name: string): HTMLElement | null {
  const quoted = CSS.escape(name);
  return document.querySelector<HTMLElement>(`main [name="${quoted}"], main [id="${quoted}"]`);
}

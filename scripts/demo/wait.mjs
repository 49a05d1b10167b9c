/** Looks again and again until `look` finds something; says what was waited for when it takes too long. */
export async function until(what, look, { within = 60_000, every = 250 } = {}) {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end)
      throw new Error(`waited ${within / 1000} s for ${typeof what === 'function' ? what() : what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

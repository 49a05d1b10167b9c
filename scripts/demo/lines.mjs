const colours = { ok: 32, FAILED: 31, '…': 2 };

/** What the demo says: a line for each step, with how long it took, and the sum at the end. */
export function lines(out = process.stdout) {
  const began = Date.now();
  const reported = new WeakSet();
  let passed = 0;
  let failed = 0;

  let isQuiet = false;
  const say = (text) => void (isQuiet || out.write(`${text}\n`));
  const mark = (word) => (out.isTTY ? `\u001b[${colours[word]}m${word.padEnd(6)}\u001b[0m` : word.padEnd(6));
  const took = (since) => `${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s`;

  const report = (title, error, since = began) => {
    failed += 1;
    if (error instanceof Error) reported.add(error);
    say(
      `${mark('FAILED')} ${took(since)}  ${title}: ${error instanceof Error ? error.message : String(error)}`,
    );
  };

  return {
    say,
    chapter: (title) => say(`\n${title}`),
    note: (text) => say(`${mark('…')} ${' '.repeat(8)}  ${text}`),

    /** Does a step that the following ones need: when it fails, the demo ends. `work` may answer with a detail to show. */
    async step(title, work) {
      const since = Date.now();
      try {
        const { detail, value } = toldBy(await work());
        passed += 1;
        say(`${mark('ok')} ${took(since)}  ${title}${detail ? `: ${detail}` : ''}`);
        return value;
      } catch (error) {
        report(title, error, since);
        throw error;
      }
    },

    /** Like `step`, but what follows is tried all the same. */
    async verify(title, work) {
      await this.step(title, work).catch(() => undefined);
    },

    /** Says nothing more: what is interrupted fails, and that is no news. */
    hush: () => (isQuiet = true),
    failed: report,
    isReported: (error) => error instanceof Error && reported.has(error),
    failures: () => failed,
    summary: () =>
      say(`\n${passed} passed, ${failed} failed, 0 skipped in ${Math.round((Date.now() - began) / 1000)} s`),
  };
}

const toldBy = (answer) => {
  if (typeof answer === 'string') return { detail: answer, value: answer };
  if (answer !== null && typeof answer === 'object' && 'detail' in answer)
    return { detail: answer.detail, value: answer.value };
  return { detail: '', value: answer };
};

/** Throws with a sentence when something is not as promised. */
export function expect(is, otherwise) {
  if (!is) throw new Error(typeof otherwise === 'function' ? otherwise() : otherwise);
}

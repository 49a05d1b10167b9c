import type { Block, Hit } from '../../engine/rule';
import type { Found, Memory } from '../finder/found';
import { viewOf, type BlockStretch } from './block-view';
import type { Check } from './prepared';
import { runCheck, sayingOf } from './run-check';

/**
 * A rule reads a block as a whole where its scope names that, and else its paragraphs, sentences and marked runs. `amongIn` says
 * which parts of the rule can match in a stretch: null for all of them, undefined for none.
 */
export function hitsIn(
  block: Block,
  check: Check,
  memory: Memory,
  amongIn: (stretch: BlockStretch) => readonly number[] | null | undefined,
): readonly Hit[] {
  if (block.kind === 'code') return [];
  const hits: Hit[] = [];
  for (const stretch of readBy(check, block)) {
    const among = amongIn(stretch);
    if (among === undefined) continue;
    for (const found of runCheck(check, stretch.text, memory, null, among)) {
      const hit = hitOf(found, check, stretch);
      if (hit.end <= block.text.length) hits.push(hit);
    }
  }
  return hits;
}

function readBy({ scope }: Check, block: Block): readonly BlockStretch[] {
  const view = viewOf(block);
  if (scope.matches(view.whole[0].scope)) return view.whole;
  return [
    ...(scope.has('paragraph') ? view.paragraphs : []),
    ...(scope.has('sentence') ? view.sentences : []),
    ...(scope.selectors.length > 0 ? view.marked : []),
  ].filter((stretch) => scope.matches(stretch.scope));
}

function hitOf(found: Found, check: Check, { text, start }: BlockStretch): Hit {
  const { message, replacements } = sayingOf(check, found);
  // What is missing has no place of its own: it is said of the whole.
  const [from, to] =
    found.match === '' && found.start === found.end
      ? [0, text.length]
      : [Math.max(0, found.start), found.end];
  return {
    start: start + from,
    end: start + Math.max(from, to),
    message,
    ...(replacements.length > 0 ? { replacements } : {}),
  };
}

import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the text's UTF-8 bytes in 64 lower-case hex digits. */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)));

type Step = { readonly write: string } | { readonly value: unknown };

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * JSON with the keys of every object in code-unit order and without spaces, so that equal values give equal texts.
 * Absent members are left out (`undefined`, functions); `-0` is `0`; what JSON cannot say (NaN) is `null`.
 * Unicode is not normalised: a visible change is a change. Works at any depth, without recursion.
 */
export function canonicalJson(value: unknown): string {
  const out: string[] = [];
  const steps: Step[] = [{ value }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('write' in step) out.push(step.write);
    else if (step.value instanceof Date) out.push(JSON.stringify(step.value));
    else if (Array.isArray(step.value)) pushReversed(steps, listSteps(step.value));
    else if (isPlain(step.value)) pushReversed(steps, objectSteps(step.value));
    else out.push(scalar(step.value));
  }
  return out.join('');
}

function listSteps(list: readonly unknown[]): Step[] {
  const steps: Step[] = [{ write: '[' }];
  list.forEach((value, index) => {
    if (index > 0) steps.push({ write: ',' });
    steps.push({ value });
  });
  steps.push({ write: ']' });
  return steps;
}

function objectSteps(object: Readonly<Record<string, unknown>>): Step[] {
  const steps: Step[] = [{ write: '{' }];
  const keys = Object.keys(object).filter((key) => isPresent(object[key]));
  keys.sort().forEach((key, index) => {
    steps.push({ write: `${index > 0 ? ',' : ''}${JSON.stringify(key)}:` }, { value: object[key] });
  });
  steps.push({ write: '}' });
  return steps;
}

function pushReversed(stack: Step[], steps: readonly Step[]): void {
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step) stack.push(step);
  }
}

const isPresent = (value: unknown): boolean =>
  value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';

function scalar(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (!isPresent(value)) return 'null';
  return JSON.stringify(value) ?? 'null';
}

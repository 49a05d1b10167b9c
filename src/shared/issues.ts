import type { z } from 'zod';
import type { Problem } from './result';

/** `sites.pages["api::article.article"]`, `governed[0]`: the path of a value as a person writes it. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = String(part);
    if (!/^[A-Za-z_$][\w$-]*$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');

/** What is wrong with a request, as a refusal: every place and what is allowed there; the first place leads. */
export function invalidRequest(error: z.ZodError): Problem {
  const problems = error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
  return {
    code: 'request.invalid',
    message: problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
    ...(problems[0]?.path ? { path: problems[0].path } : {}),
    details: { problems },
  };
}

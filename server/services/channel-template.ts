import { rulesFor } from '../../src/channels/rules/own/rules-of';
import type { ChannelInput } from '../../src/channels/schema';
import { templateProblems } from '../../src/channels/templates/check';
import { templateParts, type CopyTemplate } from '../../src/channels/templates/schema';
import { fail, ok, type Result } from '../../src/shared/result';
import type { OwnChannels } from './own-channels';

/**
 * How the copies of a channel are written from now on; null: by the template of its kind. The refusal names every mistake with its part
 * and its place.
 */
export function templateFor(
  input: ChannelInput,
  stored: CopyTemplate | null,
  types: Pick<OwnChannels, 'of'>,
): Result<CopyTemplate | null> {
  const { template } = input;
  if (template === undefined) return ok(stored);
  if (template === null || templateParts.every((part) => template[part] === undefined)) return ok(null);
  const own = input.kind === 'own' ? (types.of(input.settings)?.view ?? null) : null;
  const found = templateProblems(template, rulesFor({ kind: input.kind, own }));
  const [first] = found;
  if (!first) return ok(template);
  const problems = found.map(({ part, ...problem }) => ({ path: `template.${part}`, ...problem }));
  return fail({
    code: first.code,
    message: [...new Set(found.map(({ message }) => message))].join(' '),
    path: `template.${first.part}`,
    details: { problems },
  });
}

import type { SubjectRule } from '../../engine/rule';
import type { BrandKit, Logo, Region } from '../../schema';
import type { PictureFacts } from '../schema';
import { percent, pictureRule, sentence, type Remark } from './picture-rule';

type Found = NonNullable<PictureFacts['logos']>[number];

/** Logos: there where one is needed, large enough, with room around them, and none of those that are retired. */
export function logoRules({ logos, pictures: { logo: policy } }: BrandKit): readonly SubjectRule[] {
  if (!policy || logos.length === 0) return [];
  const { severity } = policy;
  const current = logos.filter(({ retired }) => !retired);
  const seen = (facts: PictureFacts) => told(facts.logos ?? []);
  const each = (facts: PictureFacts, judge: (logo: Logo, found: Found) => Remark | null): Remark[] =>
    seen(facts).flatMap((found) => {
      const logo = logos.find(({ key }) => key === found.key);
      return (logo && judge(logo, found)) ?? [];
    });

  const size = pictureRule(
    {
      id: 'picture.logo-size',
      severity,
      explanation: 'A logo is at least as wide as the kit says: smaller ones cannot be read.',
      examples: {
        fail: ['The logo 40 pixels wide, where the kit asks for 120.'],
        pass: ['The logo 200 pixels wide, where the kit asks for 120.'],
      },
    },
    ({ facts }) =>
      each(facts, ({ name, minWidth }, { region }) => {
        const width = Math.round(region.width * facts.width);
        // The place is known to about a hundredth.
        return width * 1.02 >= minWidth
          ? null
          : {
              region,
              ...sentence(
                'logo.small',
                'The logo “{name}” is {width} pixels wide here; it needs at least {least}. Make it larger.',
                { name, width, least: minWidth },
              ),
            };
      }),
  );
  const space = pictureRule(
    {
      id: 'picture.logo-space',
      severity,
      explanation:
        'A logo has free space around it, as a part of its width: nothing stands in it, and it ends before the rim.',
      examples: {
        fail: ['A headline that touches the logo.'],
        pass: ['The logo alone in a calm corner of the picture.'],
      },
    },
    ({ facts }) =>
      each(facts, ({ name, clearSpace: least }, { region, clearSpace }) =>
        clearSpace >= least * 0.95
          ? null
          : {
              region,
              ...sentence(
                'logo.crowded',
                'The free space around the logo “{name}” is {space} % of its width; it needs {least} %. Move it, or what stands beside it.',
                { name, space: percent(clearSpace), least: percent(least) },
              ),
            },
      ),
  );
  const retired = pictureRule(
    {
      id: 'picture.logo-retired',
      severity,
      explanation: 'A logo that the business has retired is shown nowhere.',
      examples: {
        fail: ['A poster with the logo of ten years ago.'],
        pass: ['The same poster with the logo of today.'],
      },
    },
    ({ facts }) =>
      each(facts, (logo, { region }) =>
        logo.retired
          ? {
              region,
              ...sentence(
                'logo.retired',
                'The logo “{name}” is retired. Take a picture with the current one.',
                { name: logo.name },
              ),
            }
          : null,
      ),
  );
  const missing = pictureRule(
    {
      id: 'picture.logo',
      severity,
      explanation: 'Each picture shows one of the current logos, where the kit asks for it.',
      examples: {
        fail: ['A poster without any logo.'],
        pass: ['A poster with the logo in a corner.'],
      },
    },
    ({ facts }) => {
      const wasSought = current.every(({ key }) =>
        facts.logosSought.some((sought) => sought.startsWith(`${key}:`)),
      );
      if (
        !facts.logos ||
        !wasSought ||
        seen(facts).some(({ key }) => current.some((logo) => logo.key === key))
      )
        return [];
      return [
        sentence('logo.missing', 'This picture shows none of the logos ({names}). Put one of them into it.', {
          names: current.map(({ name }) => name).join(', '),
        }),
      ];
    },
  );
  return [size, space, retired, ...(policy.required && current.length > 0 ? [missing] : [])];
}

/** An old logo is often like the new one: of several at one place the one that is most alike counts. */
const told = (found: readonly Found[]): readonly Found[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) => other !== one && other.score > one.score && overlap(one.region, other.region) > 0.4,
      ),
  );

/** What two regions share, as a part of what they cover together. */
function overlap(a: Region, b: Region): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

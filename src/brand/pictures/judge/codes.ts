import type { SubjectRule } from '../../engine/rule';
import { isOneOf } from '../../house/links/found-links';
import type { BrandKit } from '../../schema';
import { pictureRule, sentence, type Remark } from './picture-rule';

type LinkPolicy = NonNullable<BrandKit['links']>;

/** QR codes in pictures lead where links may lead. */
export function codeRules({ links, pictures: { qr } }: BrandKit): readonly SubjectRule[] {
  if (!qr || !links) return [];
  return [
    pictureRule(
      {
        id: 'picture.qr',
        severity: qr.severity,
        explanation:
          'A QR code in a picture leads where the kit lets links lead: https, no forbidden domain.',
        examples: {
          fail: ['A poster whose QR code leads to http://bakery.example.'],
          pass: ['A poster whose QR code leads to https://bakery.example.'],
        },
      },
      ({ facts: { codes } }) =>
        (codes ?? []).flatMap(({ data, region }) => {
          const said = breachOf(data, links);
          return said ? { region, ...said } : [];
        }),
    ),
  ];
}

/** A web address, with its scheme or, as phones also take it, without. */
const address =
  /^\s*(?:(https?):\/\/)?(?:[^/?#@\s]*@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost|\[[0-9a-f:.]+\])(?::\d+)?(?:[/?#]\S*)?\s*$/i;

function breachOf(data: string, { httpsOnly, forbidden, allowed, own }: LinkPolicy): Remark | null {
  const [, scheme, name = ''] = address.exec(data) ?? [];
  const host = name.toLowerCase().replace(/^www\./, '');
  if (host === '') return null;
  const target = data.trim().slice(0, 200);
  if (isOneOf(host, forbidden))
    return sentence(
      'qr.forbidden',
      'The QR code leads to {target}, a domain that must not be linked to. Make another code.',
      {
        target,
      },
    );
  if (allowed.length > 0 && !isOneOf(host, [...allowed, ...own]))
    return sentence(
      'qr.not-allowed',
      'The QR code leads to {target}, which is none of the domains that may be linked to. Make another code.',
      { target },
    );
  if (httpsOnly && scheme?.toLowerCase() !== 'https')
    return sentence(
      'qr.http',
      'The QR code leads to {target} without encryption. Make one whose address begins with https.',
      {
        target,
      },
    );
  return null;
}

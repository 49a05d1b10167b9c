import type { SubjectRule } from '../../engine/rule';
import type { BrandKit } from '../../schema';
import type { PictureFacts } from '../schema';
import { pictureRule, sentence, type Remark } from './picture-rule';

/** Pictures that could not be checked, so that nobody takes them for fine. */
export function unreadableRules({ pictures }: BrandKit): readonly SubjectRule[] {
  if (Object.values(pictures).every((policy) => policy === null)) return [];
  return [
    pictureRule(
      {
        id: 'picture.unreadable',
        severity: 'warning',
        explanation:
          'A picture can be opened and is safe to open: it is not broken, not too large, and an SVG is only a drawing.',
        examples: {
          fail: ['A file that breaks off in the middle.', 'An SVG with a script.'],
          pass: ['A JPEG that opens.', 'An SVG that is only a drawing.'],
        },
      },
      ({ facts }) => facts.problems.map((problem) => remarkOf(problem, facts)),
    ),
  ];
}

function remarkOf(
  { code, message }: PictureFacts['problems'][number],
  { width, height, bytes }: PictureFacts,
): Remark {
  switch (code) {
    case 'picture.corrupt':
      return sentence(
        'unreadable.corrupt',
        'The file is broken or is no picture, so it was not checked. Open it in a picture program, save it again, and upload it anew.',
      );
    case 'picture.too-large':
      return sentence(
        'unreadable.too-large',
        'The picture is too large to be checked ({width} × {height} pixels, {megabytes} MB): at most 100 million pixels and 50 MB are. Upload a smaller one.',
        { width, height, megabytes: Math.round(bytes / 1_048_576) },
      );
    case 'picture.svg-active':
      return {
        severity: 'error',
        ...sentence(
          'unreadable.svg-active',
          'This SVG is more than a drawing: it has scripts, event handlers or entities, or loads something from elsewhere. It was not opened, and visitors should not open it either. Export it as a plain drawing.',
        ),
      };
    case 'picture.missing':
      return sentence(
        'unreadable.missing',
        'The file of this picture is not in the media library any more, so it was not checked. Choose another one.',
      );
    default:
      return { message };
  }
}

import { Flex, Typography } from '@strapi/design-system';
import { addressOf } from '../../components/address-of';
import { Frame, marked, Picture, Words, type PreviewProps } from './preview-parts';

/** On a channel that an app brings: what goes there, plainly. How it is laid out there only the app knows. */
export function OwnPost({ copy: { title, description, text, link, pictures } }: PreviewProps) {
  return (
    <Frame>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {title && (
          <Typography variant="delta" tag="p">
            {title}
          </Typography>
        )}
        <Words>{marked(text)}</Words>
        {description && (
          <Typography textColor="neutral600" tag="p">
            {description}
          </Typography>
        )}
        {pictures.map(({ hash, url, alt }) => (
          <Picture key={hash} src={addressOf(url)} alt={alt} />
        ))}
        {link && (
          <Typography textColor="primary600" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {link}
          </Typography>
        )}
      </Flex>
    </Frame>
  );
}

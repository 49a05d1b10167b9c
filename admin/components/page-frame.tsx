import { memo, type ReactNode } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';

const Head = memo(Layouts.Header);

/** Head, heading and body that every page of ours has. */
export function PageFrame({
  title,
  subtitle,
  action,
  back,
  children,
}: {
  title: string;
  subtitle?: string;
  action?: ReactNode;
  back?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Head title={title} subtitle={subtitle} primaryAction={action} navigationAction={back} />
      <Layouts.Content>{children}</Layouts.Content>
    </Page.Main>
  );
}

import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useContext, useEffect, type ReactNode } from 'react';
import { PageSlotsContext, type Crumb } from './pageSlots.ts';

interface Props {
  title: string;
  /** The way here from the console's start, without the start and without this page. */
  crumbs?: readonly Crumb[];
  description?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** A count beside the title: `(12)`. */
  counter?: string;
  info?: ReactNode;
  children: ReactNode;
}

const none: readonly Crumb[] = [];

/** A page: its heading, the title of the browser's window, the breadcrumbs, and what it shows, one thing below the other. */
export function Page({ title, crumbs = none, description, actions, counter, info, children }: Props) {
  const { setCrumbs } = useContext(PageSlotsContext);
  const way = JSON.stringify(crumbs);

  useEffect(() => {
    document.title = `${title} · Task orchestration`;
  }, [title]);

  useEffect(() => {
    setCrumbs([...crumbs, { text: title, href: '#' }]);
    // `way` stands for `crumbs`, which is a new array each time the page is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [setCrumbs, way, title]);

  return (
    <ContentLayout
      header={
        <Header variant="h1" description={description} actions={actions} counter={counter} info={info}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">{children}</SpaceBetween>
    </ContentLayout>
  );
}

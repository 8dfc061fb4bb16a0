import Box from '@cloudscape-design/components/box';
import Cards from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import { seedWorkflows } from '../../machines/seedWorkflows.ts';
import type { SeedWorkflow } from '../../machines/seedWorkflows.ts';
import { addressOf } from '../../shell/addresses.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';

interface StartCardsProps {
  /** The machines that there are. */
  readonly names: readonly string[];
}

/** The workflows that come with the program, each with a way to try it. */
export function StartCards({ names }: StartCardsProps) {
  return (
    <Cards<SeedWorkflow>
      header={
        <Header variant="h2" description="These workflows come with the program. Start one with a sample input and watch it run, or create a state machine of your own.">
          Begin here
        </Header>
      }
      items={seedWorkflows.filter(({ name, sample }) => sample !== null && names.includes(name))}
      cardsPerRow={[{ cards: 1 }, { minWidth: 500, cards: 2 }, { minWidth: 900, cards: 3 }]}
      trackBy="name"
      cardDefinition={{
        header: ({ name }) => <RouterLink href={addressOf.machine(name)}>{name}</RouterLink>,
        sections: [
          { id: 'says', content: ({ says }) => says },
          {
            id: 'try',
            content: ({ name }) => (
              <Box padding={{ top: 'xs' }}>
                <RouterLink href={`${addressOf.machine(name)}?new=sample`} variant="primary" ariaLabel={`Try ${name} with a sample input`}>
                  Try it
                </RouterLink>
              </Box>
            ),
          },
        ],
      }}
    />
  );
}

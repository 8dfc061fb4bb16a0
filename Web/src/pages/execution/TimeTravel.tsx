import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import Slider from '@cloudscape-design/components/slider';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { formatCount, formatPreciseMoment } from '../../shell/format.ts';
import { factWords } from './factWords.ts';
import type { Look } from './useExecutionAddress.ts';
import type { Fact } from './useFacts.ts';
import { usePlayback } from './usePlayback.ts';

interface Props {
  facts: readonly Fact[];
  isLoading: boolean;
  /** The fact that the page shows the execution after; undefined for now. */
  fact: number | undefined;
  /** The states that the execution was in at that moment. */
  states: ReactNode;
  look: Look;
}

/** The facts of the execution as a slider: wherever it stands, the whole page shows the execution as it was after that fact. */
export function TimeTravel({ facts, isLoading, fact, states, look }: Props) {
  const last = facts.length - 1;
  const at = Math.min(fact ?? last, last);
  const go = (index: number) => look({ fact: index >= last ? undefined : Math.max(0, index) });
  const { isPlaying, setPlaying } = usePlayback(at, last, go);
  const move = (index: number) => {
    setPlaying(false);
    go(index);
  };
  const shown = facts[at];
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="The execution is a function of the facts that reached it. Move through them with the slider: arrow keys, Home and End work too."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button iconName="angle-left" ariaLabel="One fact back" disabled={at <= 0} onClick={() => move(at - 1)} />
              <Button onClick={() => setPlaying(!isPlaying)} disabled={last < 1}>
                {isPlaying ? 'Pause' : 'Play'}
              </Button>
              <Button iconName="angle-right" ariaLabel="One fact on" disabled={at >= last} onClick={() => move(at + 1)} />
            </SpaceBetween>
          }
        >
          Time travel
        </Header>
      }
    >
      {shown === undefined || last < 1 ? (
        <Box color="text-body-secondary">{isLoading ? 'Loading the facts.' : 'There is only one fact so far: the execution began.'}</Box>
      ) : (
        <SpaceBetween size="s">
          <Slider min={0} max={last} value={at} onChange={({ detail }) => move(detail.value)} ariaLabel="Fact" valueFormatter={value => formatCount(value + 1)} />
          <Box>
            Fact {formatCount(at + 1)} of {formatCount(facts.length)}
            {fact === undefined ? ' (now)' : ''}, {formatPreciseMoment(shown.at)}: {factWords(shown)}.
          </Box>
          {fact !== undefined && (
            <ExpandableSection headerText="States of this moment" variant="footer">
              {states}
            </ExpandableSection>
          )}
        </SpaceBetween>
      )}
    </Container>
  );
}

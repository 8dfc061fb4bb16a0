import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Schema } from '../../api/rest.ts';
import { formatMoment } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';

/** The alerts that are firing. */
export function FiringAlerts({ alerts }: { alerts: readonly Schema<'FiringAlert'>[] }) {
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${alerts.length})`}>
          <RouterLink href="/alerts" fontSize="inherit">
            Alerts firing
          </RouterLink>
        </Header>
      }
    >
      {alerts.length === 0 ? (
        <StatusIndicator type="success">None</StatusIndicator>
      ) : (
        <SpaceBetween size="s">
          {alerts.map(({ name, description, since }) => (
            <div key={name}>
              <StatusIndicator type="error">{name}</StatusIndicator>
              <Box variant="small" display="block">
                {description} Since {formatMoment(since)}.
              </Box>
            </div>
          ))}
        </SpaceBetween>
      )}
    </Container>
  );
}

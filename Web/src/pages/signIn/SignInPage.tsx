import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest } from '../../api/rest.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { PlainBar } from '../../shell/PlainBar.tsx';
import { arrivalOf, destinationOf } from './arrival.ts';
import { KeyForm } from './KeyForm.tsx';
import './signIn.css';

/** Where one signs in: with an API key, or at the identity provider if there is one. */
export function SignInPage() {
  const [query] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const { data: ways, error, refetch } = useQuery({ queryKey: queryKeys.signInWays, queryFn: ({ signal }) => content(rest.GET('/api/v1/sign-in', { signal })) });
  const arrival = arrivalOf(query, location.state);
  const destination = destinationOf(query);

  useEffect(() => {
    document.title = 'Sign in · Task orchestration';
  }, []);

  return (
    <>
      <PlainBar />
      <main className="sign-in">
        <SpaceBetween size="l">
          <Header variant="h1" description="Durable workflows in the Amazon States Language.">
            Task orchestration
          </Header>
          {arrival !== undefined && (
            <Alert type={arrival.type}>
              {arrival.text}
              {arrival.requestId !== undefined && <Box variant="small"> Request {arrival.requestId}</Box>}
            </Alert>
          )}
          <ProblemNotice error={error} header="The server cannot say how to sign in" onRetry={() => void refetch()} />
          {ways?.anonymous === true && (
            <Container>
              <SpaceBetween size="m">
                <Box>This server asks nobody to sign in: whoever can connect to it may do everything.</Box>
                <Button variant="primary" onClick={() => void navigate(destination)}>
                  Open the console
                </Button>
              </SpaceBetween>
            </Container>
          )}
          {ways?.apiKey === true && <KeyForm destination={destination} />}
          {ways?.oidc !== null && ways?.oidc !== undefined && (
            <Button fullWidth href={`${ways.oidc.address}?to=${encodeURIComponent(destination)}`}>
              Sign in with {ways.oidc.name}
            </Button>
          )}
          {ways?.link === true && (
            <Box variant="small" color="text-body-secondary">
              Running it yourself? <code>./run</code> prints a link that opens the console signed in. It is good once, for ten minutes.
            </Box>
          )}
        </SpaceBetween>
      </main>
    </>
  );
}

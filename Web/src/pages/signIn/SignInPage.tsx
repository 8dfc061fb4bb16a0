import { Page } from '../../shell/Page.tsx';

export function SignInPage() {
  return <Page title="Sign in">{null}</Page>;
}

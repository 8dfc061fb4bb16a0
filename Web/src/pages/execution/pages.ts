// Both pages in one chunk: most of what they are made of they share.
export { BundlePage } from '../bundle/BundlePage.tsx';
export { ExecutionPage } from './ExecutionPage.tsx';

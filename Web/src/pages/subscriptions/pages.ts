// Both pages in one chunk: most of what they are made of they share.
export { SubscriptionPage } from './SubscriptionPage.tsx';
export { SubscriptionsPage } from './SubscriptionsPage.tsx';

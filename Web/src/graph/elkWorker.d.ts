/** Where the worker that lays graphs out is served: see build/elkWorker.ts. */
declare module 'virtual:elk-worker' {
  const url: string;
  export default url;
}

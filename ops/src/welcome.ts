import type { Running } from './platform.js';

export const welcome = (running: Running, seconds: number): string => `
  督办平台已就绪 Duban is ready  (${seconds.toFixed(1)} s)

  网关 gateway     ${running.gateway}/graphql
  GraphiQL         ${running.gateway}/graphiql
`;

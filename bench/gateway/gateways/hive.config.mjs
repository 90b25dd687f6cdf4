/** As it comes, but that subscriptions go upstream by WebSocket, as they do from our gateway. */
export const gatewayConfig = {
  logging: 'warn',
  transportEntries: { '*.http': { options: { subscriptions: { kind: 'ws', location: '/graphql' } } } },
};

/**
 * Each event with the services that it is delivered to, and each job by the clock with its cron expression (UTC).
 * The migration makes the queues from this; a service that is not named here is told nothing.
 */
export const CATALOGUE = {
  events: {
    'user.registered': [],
    'user.changed': ['items'],
    'item.published': ['exchanges'],
    'item.withdrawn': ['exchanges'],
    'exchange.changed': ['chat'],
    'item.hold_changed': ['items'],
    'message.sent': [],
  },
  jobs: {
    'exchanges.deadlines': '* * * * *',
  },
} as const;

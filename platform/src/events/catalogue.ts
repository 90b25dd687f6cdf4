/** What happens and who is told, and what is done by the clock. Written down in `schema/events`; the migration makes it so. */
export interface EventCatalogue {
  /** Each event with the services that it is delivered to. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  /** Jobs by the clock, each named `service.job`, with its cron expression (UTC). */
  readonly jobs: Readonly<Record<string, string>>;
}

/** The queue in which `service` finds `event`. */
export const toQueue = (service: string, event: string): string => `${service}/${event}`;
/** Where a message rests after its last failed try. */
export const toDeadLetterQueue = (queue: string): string => `${queue}/dead`;

import { toAttempt, type Offer } from './attempt';

const offer = (note: string): Offer => ({ offeredItemIds: ['a'], requestedItemIds: ['b'], note });
let keys = 0;
const createKey = () => `key ${(keys += 1)}`;

describe('a try to send an offer', () => {
  test('has the same key when the same is sent again', () => {
    const first = toAttempt(null, offer('Hello'), createKey);
    expect(toAttempt(first, offer('Hello'), createKey)).toBe(first);
  });

  test('has a key of its own when something else is sent', () => {
    const first = toAttempt(null, offer('Hello'), createKey);
    expect(toAttempt(first, offer('Hello there'), createKey).idempotencyKey).not.toBe(first.idempotencyKey);
  });
});

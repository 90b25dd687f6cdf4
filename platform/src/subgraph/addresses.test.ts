import { createAddresses } from './addresses.js';

describe('the addresses of a subgraph', () => {
  let nowMs = 0;
  const create = () => {
    nowMs = 0;
    return createAddresses(['a', 'b', 'c'], () => nowMs);
  };
  const take = (addresses: ReturnType<typeof create>, count: number) => Array.from({ length: count }, () => addresses.next()!.url).join('');

  it('are used in turn', () => {
    expect(take(create(), 6)).toBe('abcabc');
  });

  it('are passed over for a second after a failure, then tried by one request alone until it succeeds', () => {
    const addresses = create();
    const a = addresses.next()!;
    addresses.failed(a);
    expect(take(addresses, 4)).toBe('bcbc');
    nowMs = 1_000;
    expect(take(addresses, 4)).toBe('abcb');
    addresses.succeeded(a);
    expect(take(addresses, 3)).toBe('cab');
  });

  it('are passed over twice as long each time, up to half a minute', () => {
    const addresses = create();
    const a = addresses.next()!;
    addresses.failed(a);
    const waits: number[] = [];
    let lastMs = 0;
    for (nowMs = 0; waits.length < 7; nowMs += 500) {
      if (![addresses.next(), addresses.next(), addresses.next()].includes(a)) continue;
      waits.push(nowMs - lastMs);
      lastMs = nowMs;
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('count one failure, however many requests were under way', () => {
    const addresses = create();
    const a = addresses.next()!;
    for (let times = 0; times < 100; times += 1) addresses.failed(a);
    nowMs = 1_000;
    expect([addresses.next(), addresses.next(), addresses.next()]).toContain(a);
  });

  it('are used all the same when all of them failed, but not twice by one request', () => {
    const addresses = create();
    const tried = new Set([addresses.next()!, addresses.next()!, addresses.next()!]);
    for (const address of tried) addresses.failed(address);
    expect(addresses.next()).toBeDefined();
    expect(addresses.next(tried)).toBeUndefined();
  });
});

import { createConcurrencyLimits } from './concurrency-limits.js';

const ANNA = { viewerKey: 'anna', address: '192.0.2.1' };
const BEA = { viewerKey: 'bea', address: '192.0.2.1' };
const NOBODY = { viewerKey: null, address: '192.0.2.1' };

describe('limits of what is open at once', () => {
  test('one person has so many, and another as many', () => {
    const limits = createConcurrencyLimits({ perViewer: 2 });
    const [leave] = [limits.enter(ANNA), limits.enter(ANNA)];
    expect(limits.enter(ANNA)).toBeNull();
    expect(limits.enter(BEA)).not.toBeNull();
    leave?.();
    expect(limits.enter(ANNA)).not.toBeNull();
    expect(limits.size).toBe(3);
  });

  test('an address has so many, whoever they are', () => {
    const limits = createConcurrencyLimits({ perAddress: 2 });
    const leave = limits.enter(NOBODY);
    limits.enter(ANNA);
    expect(limits.enter(BEA)).toBeNull();
    expect(limits.enter({ viewerKey: 'bea', address: '192.0.2.2' })).not.toBeNull();
    leave?.();
    expect(limits.enter(BEA)).not.toBeNull();
  });

  test('addresses of one IPv6 network are one', () => {
    const limits = createConcurrencyLimits({ perAddress: 1 });
    limits.enter({ viewerKey: null, address: '2001:db8::1' });
    expect(limits.enter({ viewerKey: null, address: '2001:db8::2' })).toBeNull();
  });

  test('all together have so many', () => {
    const limits = createConcurrencyLimits({ inAll: 1 });
    limits.enter({ viewerKey: null, address: null });
    expect(limits.enter({ viewerKey: null, address: null })).toBeNull();
  });

  test('who is refused counts nowhere, and who leaves twice left once', () => {
    const limits = createConcurrencyLimits({ perViewer: 1, perAddress: 2 });
    const leave = limits.enter(ANNA);
    expect(limits.enter(ANNA)).toBeNull();
    expect(limits.enter(BEA)).not.toBeNull();
    leave?.();
    leave?.();
    expect(limits.size).toBe(1);
    expect(limits.enter(ANNA)).not.toBeNull();
    expect(limits.enter(NOBODY)).toBeNull();
  });
});

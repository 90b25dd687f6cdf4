import { codedError, maskError } from './error-code.js';
import { createLogger } from './log.js';
import { leastCpuMs } from './testing/least-cpu-ms.js';

const log = createLogger({ name: 'test', level: 'silent' });
const mask = (message: string): string => maskError(codedError('BAD_USER_INPUT', message).toJSON(), undefined, { requestId: 'r1', log }).message;

describe('the message of a coded error', () => {
  it.each([
    ['Cannot query field "x" on type "Query". Did you mean "y"?', 'Cannot query field "x" on type "Query".'],
    ['Value "SMAL" does not exist in "Size" enum. Did you mean the enum value "SMALL", "TALL", or "FALL"?', 'Value "SMAL" does not exist in "Size" enum.'],
    ['Did you mean "a"? Did you mean "b"?', ''],
    ['Unknown type "?".', 'Unknown type "?".'],
    ['Int cannot represent non-integer value: "? Did you mean "', 'Int cannot represent non-integer value: "? Did you mean "'],
  ])('suggests nothing: %s', (message, told) => {
    expect(mask(message)).toBe(told);
  });

  it('is cut after 300 characters, a suggestion that would be cut too being left out', () => {
    expect(mask('a'.repeat(300))).toBe('a'.repeat(300));
    expect(mask('a'.repeat(301))).toBe(`${'a'.repeat(300)}…`);
    expect(mask(`${'a'.repeat(280)} Did you mean "secret" or "hidden"?`)).toBe('a'.repeat(280));
  });

  it('of 2 MB that suggests again and again costs less than 50 ms', async () => {
    const message = 'Did you mean '.repeat(150_000);
    expect(await leastCpuMs(() => mask(message), 50)).toBeLessThan(50);
  });
});

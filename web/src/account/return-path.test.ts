import { readReturnPath } from './return-path';

describe('the way back after logging in', () => {
  it.each([
    ['/fr/items/1', '/items/1'],
    ['/en/search?text=v%C3%A9lo&near=1#results', '/search?text=v%C3%A9lo&near=1#results'],
    ['/fr', '/'],
    ['/me', '/me'],
  ])('leads from %s to %s', (from, path) => {
    expect(readReturnPath(from)).toBe(path);
  });

  it.each([
    null,
    '',
    'https://evil.example/fr',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/fr//evil.example',
    '/fr/..//evil.example',
    'javascript:alert(1)',
    'items/1',
    '//',
    '/fr/log-in?from=/fr/me',
    '/en/register',
  ])('leads nowhere from %j', (from) => {
    expect(readReturnPath(from)).toBeNull();
  });
});

import { signViewer, verifyViewer, type SignedViewer } from './signed-viewer.js';

const viewer: SignedViewer = { userId: 'u1', sessionId: 's1', language: 'en', address: '127.0.0.1', requestId: 'r1', service: null };
const request = { method: 'POST', path: '/graphql', body: '{"query":"{ me { id } }"}' };
const secret = 'k'.repeat(32);

describe('a signed viewer', () => {
  it('is read back by who has the secret', () => {
    expect(verifyViewer(signViewer(viewer, request, secret), request, secret)).toEqual(viewer);
  });

  it.each([
    ['another body', { ...request, body: '{}' }, secret],
    ['another path', { ...request, path: '/photos' }, secret],
    ['another method', { ...request, method: 'GET' }, secret],
    ['another secret', request, 'x'.repeat(32)],
  ])('is refused with %s', (_, other, key) => {
    expect(verifyViewer(signViewer(viewer, request, secret), other, key)).toBeNull();
  });

  it('is refused when it was changed, is missing, or is no token', () => {
    const [payload, signature] = signViewer(viewer, request, secret).split('.');
    const forged = Buffer.from(Buffer.from(payload!, 'base64url').toString().replace('u1', 'u2')).toString('base64url');
    for (const token of [`${forged}.${signature}`, `${payload}.`, 'nonsense', undefined]) {
      expect(verifyViewer(token, request, secret)).toBeNull();
    }
  });

  it('is refused half a minute later', () => {
    const token = signViewer(viewer, request, secret, 1_000_000);
    expect(verifyViewer(token, request, secret, 1_029_000)).toEqual(viewer);
    expect(verifyViewer(token, request, secret, 1_031_000)).toBeNull();
  });
});

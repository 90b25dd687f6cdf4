import { toRoot } from './apollo-plan.js';

it('reads every form of a path that Apollo\'s planner writes', () => {
  const fetch = {
    kind: 'Fetch', serviceName: 'a', operation: '{ x }', operationName: undefined, operationKind: 'query',
    contextRewrites: [{ kind: 'KeyRenamer', path: ['..', '... on Room', 'street'], renameKeyTo: 'contextualArgument_1_0' }],
  } as unknown as Parameters<typeof toRoot>[0] & { kind: 'Fetch' };
  expect(toRoot({ kind: 'Flatten', path: ['', 'works|[Book,Film]', '@|[Book]', 'author'], node: fetch })).toMatchObject({
    path: [
      { kind: 'field', name: 'works' },
      { kind: 'types', names: ['Book', 'Film'] },
      { kind: 'list' },
      { kind: 'types', names: ['Book'] },
      { kind: 'field', name: 'author' },
    ],
    node: { contextRewrites: [{ path: [{ kind: 'parent' }, { kind: 'types', names: ['Room'] }, { kind: 'field', name: 'street' }] }] },
  });
});

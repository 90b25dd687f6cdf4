import { findHole } from './find-hole';

const edges = (...seqs: number[]) => seqs.map((seq) => ({ cursor: `c${seq}`, node: { seq } }));

describe('a hole in a conversation', () => {
  test('is not where numbers follow on each other, wherever they begin', () => {
    expect(findHole([])).toBeNull();
    expect(findHole(edges(31, 32, 33))).toBeNull();
  });

  test('is found at its newer end, the newest one first', () => {
    expect(findHole(edges(1, 2, 10, 11))).toEqual({ before: 'c10', missing: 7 });
    expect(findHole(edges(1, 5, 6, 9))).toEqual({ before: 'c9', missing: 2 });
  });

  test('is asked for from the next message that has a cursor', () => {
    expect(findHole([...edges(1), { cursor: '', node: { seq: 3 } }, ...edges(4)])).toEqual({ before: 'c4', missing: 2 });
  });

  test('before what came live is filled by what comes live', () => {
    expect(findHole([...edges(1), { cursor: '', node: { seq: 4 } }])).toBeNull();
  });
});

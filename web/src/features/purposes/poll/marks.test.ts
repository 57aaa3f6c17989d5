import { describe, expect, it } from 'vitest';
import { dotsLeft, isBlank, isSame, level, move, nothing, put, rank, undo, unrank } from './marks';

describe('a ranking', () => {
  it('takes each option once, in the order of the taps', () => {
    expect(rank(rank(rank([], 'b'), 'a'), 'b')).toEqual([['b'], ['a']]);
  });

  it('is taken back tap by tap', () => {
    expect(undo([['b'], ['a', 'c']])).toEqual([['b'], ['a']]);
    expect(undo([['b']])).toEqual([]);
    expect(undo([])).toEqual([]);
  });

  it('leaves no empty rank behind', () => {
    expect(unrank([['b'], ['a'], ['c']], 'a')).toEqual([['b'], ['c']]);
  });

  it('moves an option past its neighbour, and not past the ends', () => {
    expect(move([['a'], ['b'], ['c']], 'c', -1)).toEqual([['a'], ['c'], ['b']]);
    expect(move([['a'], ['b'], ['c']], 'a', 1)).toEqual([['b'], ['a'], ['c']]);
    expect(move([['a'], ['b']], 'a', -1)).toEqual([['a'], ['b']]);
    expect(move([['a'], ['b']], 'b', 1)).toEqual([['a'], ['b']]);
    expect(move([['a']], 'z', 1)).toEqual([['a']]);
  });

  it('moves an option out of the rank that it shares', () => {
    expect(move([['a', 'b'], ['c']], 'b', -1)).toEqual([['b'], ['a'], ['c']]);
    expect(move([['a', 'b'], ['c']], 'a', 1)).toEqual([['b'], ['a'], ['c']]);
  });

  it('puts an option on the rank above and takes it off again', () => {
    const together = level([['a'], ['b'], ['c']], 'b');
    expect(together).toEqual([['a', 'b'], ['c']]);
    expect(level(together, 'b')).toEqual([['a'], ['b'], ['c']]);
    expect(level([['a']], 'a')).toEqual([['a']]);
  });
});

describe('other marks', () => {
  it('count the dots that are left', () => {
    expect(dotsLeft({ a: 2, b: 1 }, 5)).toBe(2);
    expect(dotsLeft({}, 5)).toBe(5);
  });

  it('forget what is taken back', () => {
    expect(put({ a: 1 }, 'b', 0)).toEqual({ a: 1, b: 0 });
    expect(put({ a: 1, b: 0 }, 'b', undefined)).toEqual({ a: 1 });
  });

  it('are the same in any order of the options, but not of the ranks', () => {
    expect(isSame({ scores: { a: 1, b: 2 } }, { scores: { b: 2, a: 1 } })).toBe(true);
    expect(isSame({ ranking: [['a', 'b']] }, { ranking: [['b', 'a']] })).toBe(true);
    expect(isSame({ ranking: [['a'], ['b']] }, { ranking: [['b'], ['a']] })).toBe(false);
    expect(isSame({ dots: { a: 1 } }, { dots: { a: 2 } })).toBe(false);
    expect(isSame({ in: [] }, null)).toBe(true);
  });

  it('are blank until something is said', () => {
    for (const method of ['RANKED_IRV', 'RANKED_SCHULZE', 'SCORE', 'DOT', 'COUNT', 'TIME'] as const)
      expect(isBlank(nothing(method))).toBe(true);
    expect(isBlank({ ranking: [['a']] })).toBe(false);
    expect(isBlank({ scores: { a: 0 } })).toBe(false);
    expect(isBlank({ in: ['a'] })).toBe(false);
  });
});

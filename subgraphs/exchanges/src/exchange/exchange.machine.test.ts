import { findRule, getHouseRule, isDue, ROLES, startClock, toConfirmation, TURNS, type Clock, type Role, type Turn } from './exchange.machine.js';
import { ExchangeStatus } from './exchange-status.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-22T12:00:00.000Z');
const inDays = (days: number): Clock => ({ expiresAt: new Date(now.getTime() + days * DAY_MS), remainingMs: null });
const STOPPED = { expiresAt: null, remainingMs: null };
const running = inDays(5);
const standing: Clock = { expiresAt: null, remainingMs: 2 * DAY_MS };

/** `state turn role` → next state, what is told, the clock that follows `running`, and what becomes of the holds. All else is not allowed. */
const ALLOWED: Record<string, [to: string, change: string, clock: Clock, holds?: string]> = {
  'PROPOSED ACCEPT OTHER': ['ACCEPTED', 'ACCEPTED', inDays(14), 'TAKEN'],
  'PROPOSED DECLINE OTHER': ['DECLINED', 'DECLINED', STOPPED],
  'PROPOSED COUNTER OTHER': ['PROPOSED', 'COUNTERED', inDays(7)],
  'PROPOSED CANCEL REVISER': ['CANCELLED', 'CANCELLED', STOPPED],
  'PROPOSED CANCEL HOUSE': ['CANCELLED', 'CANCELLED', STOPPED],
  'PROPOSED PAUSE HOUSE': ['PROPOSED', 'PAUSED', { expiresAt: null, remainingMs: 5 * DAY_MS }],
  'PROPOSED RESUME HOUSE': ['PROPOSED', 'RESUMED', inDays(0)],
  'PROPOSED LAPSE HOUSE': ['EXPIRED', 'EXPIRED', STOPPED],
  'ACCEPTED CONFIRM_FIRST RECEIVER': ['ACCEPTED', 'HANDED_OVER', inDays(8)],
  'ACCEPTED CONFIRM RECEIVER': ['ACCEPTED', 'HANDED_OVER', inDays(5)],
  'ACCEPTED CONFIRM_LAST RECEIVER': ['COMPLETED', 'COMPLETED', STOPPED, 'KEPT'],
  'ACCEPTED CANCEL REVISER': ['CANCELLED', 'CANCELLED', STOPPED, 'RELEASED'],
  'ACCEPTED CANCEL OTHER': ['CANCELLED', 'CANCELLED', STOPPED, 'RELEASED'],
  'ACCEPTED CANCEL HOUSE': ['CANCELLED', 'CANCELLED', STOPPED, 'RELEASED'],
  'ACCEPTED LAPSE HOUSE': ['CANCELLED', 'CANCELLED', STOPPED, 'RELEASED'],
};

describe('the state machine', () => {
  for (const [step, [to, change, clock, holds]] of Object.entries(ALLOWED)) {
    const [status, turn, role] = step.split(' ') as [ExchangeStatus, Turn, Role];
    it(`leads from ${status} to ${to} when ${role} would ${turn}`, () => {
      const rule = findRule(status, turn, [role])!;
      expect(rule).toMatchObject({ to, change });
      expect(rule.holds).toBe(holds);
      expect(rule.clock(running, now)).toEqual(clock);
    });
  }

  it.each(Object.values(ExchangeStatus))('allows nothing else in %s, to anyone', (status) => {
    const steps = TURNS.flatMap((turn) => ROLES.filter((role) => findRule(status, turn, [role])).map((role) => `${status} ${turn} ${role}`));
    expect(steps.toSorted()).toEqual(Object.keys(ALLOWED).filter((step) => step.startsWith(`${status} `)).toSorted());
  });

  it('lets someone with several roles do what any of them may', () => {
    expect(findRule(ExchangeStatus.ACCEPTED, 'CONFIRM_LAST', ['OTHER', 'RECEIVER'])).not.toBeNull();
    expect(findRule(ExchangeStatus.ACCEPTED, 'CONFIRM_LAST', ['OTHER'])).toBeNull();
  });

  it('is never asked by the house for what it has no rule for', () => {
    expect(() => getHouseRule(ExchangeStatus.COMPLETED, 'LAPSE')).toThrow('may not LAPSE');
  });
});

describe('the clock', () => {
  it('gives a new proposal 7 days', () => {
    expect(startClock(now)).toEqual(inDays(7));
  });

  it('goes on after a pause with what was left, and a counter-offer starts it anew', () => {
    expect(getHouseRule(ExchangeStatus.PROPOSED, 'RESUME').clock(standing, now)).toEqual(inDays(2));
    expect(findRule(ExchangeStatus.PROPOSED, 'COUNTER', ['OTHER'])!.clock(standing, now)).toEqual(inDays(7));
  });

  it('leaves nothing of a deadline that has passed', () => {
    expect(getHouseRule(ExchangeStatus.PROPOSED, 'PAUSE').clock(inDays(-1), now)).toEqual({ expiresAt: null, remainingMs: 0 });
  });

  it('is due at its deadline, and never while it stands still', () => {
    expect([inDays(-1), inDays(0), inDays(1), standing, STOPPED].map((clock) => isDue(clock, now))).toEqual([true, true, false, false, false]);
  });
});

describe('a confirmation', () => {
  it('is the first, the last, or one between', () => {
    expect([0, 1].map((confirmed) => toConfirmation(confirmed, 2))).toEqual(['CONFIRM_FIRST', 'CONFIRM_LAST']);
    expect([0, 1, 2].map((confirmed) => toConfirmation(confirmed, 3))).toEqual(['CONFIRM_FIRST', 'CONFIRM', 'CONFIRM_LAST']);
    expect(toConfirmation(0, 1)).toBe('CONFIRM_LAST');
  });
});

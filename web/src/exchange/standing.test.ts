import { STANDINGS, toStanding, type StandingParts } from './standing';

const ME = 'me';
const OTHER = 'other';
const waitingFor = (...ids: string[]) => ids.map((id) => ({ id }));
const legs = (mine: string | null, theirs: string | null) => [
  { receiver: { id: ME }, handedOverAt: mine },
  { receiver: { id: OTHER }, handedOverAt: theirs },
];
const exchange = (parts: Partial<StandingParts>): StandingParts => ({ status: 'PROPOSED', isPaused: false, awaiting: [], legs: legs(null, null), ...parts });
const THEN = '2026-11-22T10:00:00.000Z';

describe('where an exchange stands', () => {
  test.each([
    ['a proposal to me asks for my answer', exchange({ awaiting: waitingFor(ME) }), 'answer'],
    ['a proposal of mine waits', exchange({ awaiting: waitingFor(OTHER) }), 'wait'],
    ['a paused proposal to me cannot be accepted', exchange({ awaiting: waitingFor(ME), isPaused: true }), 'answerPaused'],
    ['a paused proposal of mine waits on', exchange({ awaiting: waitingFor(OTHER), isPaused: true }), 'waitPaused'],
    ['what is agreed is to be handed over', exchange({ status: 'ACCEPTED', awaiting: waitingFor(ME, OTHER) }), 'handOver'],
    ['when the other has confirmed, I am the last', exchange({ status: 'ACCEPTED', awaiting: waitingFor(ME), legs: legs(null, THEN) }), 'confirmLast'],
    ['when I have confirmed, the other is the last', exchange({ status: 'ACCEPTED', awaiting: waitingFor(OTHER), legs: legs(THEN, null) }), 'waitConfirm'],
    ['someone whose account is gone is awaited in vain', exchange({ awaiting: [null] }), 'wait'],
  ] as const)('%s', (_, parts, standing) => {
    expect(toStanding(parts, ME)).toBe(standing);
  });

  test('what is over offers no turn', () => {
    for (const status of ['COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const) {
      expect(STANDINGS[toStanding(exchange({ status }), ME)]).toMatchObject({ group: 'past', turns: [] });
    }
  });

  test('what is paused can be answered with anything but yes', () => {
    expect(STANDINGS.answerPaused.turns).toEqual(['counter', 'decline']);
  });
});

import { startLiveRig } from '../live/testing/live-rig.js';

it('a client that no longer answers is let go of within half a minute, and no other', async () => {
  const rig = await startLiveRig();
  try {
    const [lost, present] = [await rig.connect(), await rig.connect()];
    for (const client of [lost, present]) client.subscribe('a', 'subscription { whispered(room: "r") { body } }');
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2);
    // As a phone out of reach: nothing is read, and nothing is closed.
    lost.socket.pause();
    const leftMs = performance.now();
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 1);
    expect(performance.now() - leftMs).toBeLessThan(30_000);
    rig.feed.append('r');
    expect(await present.untilValues('a', 1)).toEqual([{ body: 'text' }]);
  } finally {
    await rig.dispose();
  }
}, 40_000);

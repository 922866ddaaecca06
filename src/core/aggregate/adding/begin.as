// To be called first.
import { beginBooking } from './booking';
import { beginGains } from './dayGains';
import { beginPeers } from './peers';

/** Past so many peers the less frequent half is folded together. */
export function begin(mostPeers: u32): void {
  beginBooking(); beginGains(); beginPeers(mostPeers);
}

package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.exi.Octets;

/**
 * What a vehicle has learnt in a session.
 *
 * @param <D> the type itself
 */
public interface Learnt<D extends Learnt<D>> {
  /** SessionID before the charger has given one. */
  Octets NO_SESSION = Octets.of(new byte[8]);

  /** The charger's id of the session. */
  Octets sessionId();

  /** The same with another session id. */
  D withSession(Octets id);
}

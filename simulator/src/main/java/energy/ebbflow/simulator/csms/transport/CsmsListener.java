package energy.ebbflow.simulator.csms.transport;

import energy.ebbflow.simulator.csms.Desk;
import energy.ebbflow.simulator.csms.DeskEffect;

/** Hears what happens at a server; called on the server's only thread. */
public interface CsmsListener {
  /** Something went by, was booked, or is worth a note. */
  void heard(String station, DeskEffect effect);

  /** The accounts of a station have changed. */
  void accounts(String station, Desk desk);
}

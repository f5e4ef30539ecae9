package energy.ebbflow.simulator.lab;

import energy.ebbflow.iso15118.message.MessageSet;
import java.util.List;

/** Who sits between the vehicle and the charger and sees what the vehicle sends. */
@FunctionalInterface
interface Tamper {
  /** Nobody. */
  Tamper NOBODY = List::of;

  /**
   * A message on its way.
   *
   * @param set whose message it is
   * @param bytes EXI
   */
  record Piece(MessageSet set, byte[] bytes) {}

  /** What arrives in place of what was sent, in order; nothing at all is possible. */
  List<Piece> arriving(Piece sent);
}

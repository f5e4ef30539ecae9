package energy.ebbflow.simulator.csms;

import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;

/** What the desk of one station wants done. */
public sealed interface DeskEffect {

  /** The station is on the line. */
  record Connected(Dialect dialect) implements DeskEffect {}

  /** Send a text message. */
  record Send(String text) implements DeskEffect {}

  /** Close the socket, and refuse this station for {@code refuseSeconds}. */
  record Close(String reason, double refuseSeconds) implements DeskEffect {}

  /**
   * A message went by.
   *
   * @param toStation which way
   * @param type CALL, CALLRESULT, CALLERROR, SEND or {@code GARBAGE}
   * @param action empty where it is not known
   * @param payload JSON
   */
  record Seen(boolean toStation, String type, String id, String action, String payload)
      implements DeskEffect {}

  /** Something people should know. */
  record Note(Level level, String text) implements DeskEffect {}

  /** A transaction has changed. */
  record Booked(LedgerTransaction transaction) implements DeskEffect {}

  /** How loud a note is. */
  enum Level {
    INFO,
    WARNING
  }
}

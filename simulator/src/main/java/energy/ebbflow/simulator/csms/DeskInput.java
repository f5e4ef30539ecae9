package energy.ebbflow.simulator.csms;

/** What can happen to the desk of one station. */
public sealed interface DeskInput {

  /** The station has connected; an earlier link of it is over. */
  record Opened(Dialect dialect) implements DeskInput {}

  /** A text message came. */
  record Text(String text) implements DeskInput {}

  /** The link is gone. */
  record Closed(String reason) implements DeskInput {}

  /** Nothing but time has passed. */
  record Tick() implements DeskInput {}
}

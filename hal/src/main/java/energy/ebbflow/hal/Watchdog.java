package energy.ebbflow.hal;

/** The hardware watchdog: resets the board when it is not fed in time. */
public interface Watchdog {
  /** Feeds it; called once per pass of the EVSE's loop. */
  void feed();
}

package energy.ebbflow.hal;

/** The DC isolation monitor. Values arrive as {@link Reading.Isolation}. */
public interface IsolationMonitor {
  /** Starts periodic measurement. */
  void start();

  /** Stops measurement: the vehicle's own monitor runs while it charges. */
  void stop();
}

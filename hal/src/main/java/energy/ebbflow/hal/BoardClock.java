package energy.ebbflow.hal;

/** Time for drivers: monotonic, and on the bench faster than real time. Thread-safe. */
public interface BoardClock {
  /** Monotonic time in ns, origin arbitrary. */
  long nanos();

  /** How many seconds of this clock pass in a real second; 1 on a real board. */
  double speed();
}

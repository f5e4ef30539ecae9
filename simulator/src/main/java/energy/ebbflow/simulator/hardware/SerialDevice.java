package energy.ebbflow.simulator.hardware;

/** Somebody at the other end of a serial line. Owned by one thread. */
public interface SerialDevice {
  /**
   * Takes in bytes and time, answers with bytes; at least every 10 ms.
   *
   * @param received what came, perhaps nothing
   * @param now monotonic ns
   */
  byte[] step(byte[] received, long now);

  /** It was without power: everything is as after a start. */
  void restart();
}

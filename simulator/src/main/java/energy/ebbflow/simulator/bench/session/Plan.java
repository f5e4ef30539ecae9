package energy.ebbflow.simulator.bench.session;

/**
 * How long it is measured.
 *
 * @param starts how many fresh processes
 * @param paced messages at ten a second in a fresh process
 * @param warmUp messages back to back before the measured ones
 * @param measured messages back to back
 * @param echoes of the machine's floor at ten a second, before the loop and again after it
 * @param restMillis how long a fresh process is left alone before the vehicle connects
 */
record Plan(int starts, int paced, int warmUp, int measured, int echoes, long restMillis) {
  /** About three minutes. */
  static final Plan WHOLE = new Plan(5, 300, 30_000, 30_000, 50, 0);

  /** About half a minute; the percentiles are coarser. */
  static final Plan QUICK = new Plan(2, 50, 10_000, 5_000, 20, 0);

  /**
   * What the firmware has to have done once to start and to answer quickly. While it is left alone
   * it plays a session of each protocol to itself.
   */
  static final Plan REHEARSAL = new Plan(1, 20, 2_000, 1_000, 0, 8_000);
}

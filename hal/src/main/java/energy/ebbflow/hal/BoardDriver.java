package energy.ebbflow.hal;

/**
 * Makes a {@link Board} from its configuration. Implementations are found with {@link
 * java.util.ServiceLoader}; the board file names one by its {@code driver} key.
 */
public interface BoardDriver {
  /** The value of the board file's {@code driver} key. */
  String name();

  /**
   * Opens the devices of one EVSE.
   *
   * @param board the whole board file
   * @param evse which of its {@code [[evse]]} tables
   * @param clock time as the drivers see it; runs faster than real time on the bench only
   */
  Board open(BoardConfig board, EvseConfig evse, BoardClock clock);
}

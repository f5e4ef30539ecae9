package energy.ebbflow.hal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Makes a {@link Board} from its configuration. Implementations are found with {@link
 * java.util.ServiceLoader}; the board file names one by its {@code driver} key.
 */
public interface BoardDriver {
  /** The value of the board file's {@code driver} key. */
  String name();

  /**
   * Checks the options of one EVSE without opening anything; what is found is shown with the line
   * of the option. Called on the thread of {@code Main}.
   *
   * @return every problem, also of options that two outlets may not share
   */
  default List<OptionProblem> check(BoardConfig board, EvseConfig evse) {
    return List.of();
  }

  /**
   * What hangs where, for people: one line for each device of one EVSE, of options that {@link
   * #check} found sound.
   */
  default List<String> devices(BoardConfig board, EvseConfig evse) {
    return List.of();
  }

  /**
   * The temperature sensors of one EVSE, by the names in their {@link Reading.Temperature}, of
   * options that {@link #check} found sound. A limit for any other sensor would never be looked at:
   * such a board file is refused.
   *
   * @return empty where the driver measures no temperature
   */
  default Set<String> sensors(BoardConfig board, EvseConfig evse) {
    return Set.of();
  }

  /**
   * Opens the devices of one EVSE. Called once per EVSE, before any loop runs, on the thread of
   * {@code Main}; the contactors are open and the pilot is not available (state F) when it returns.
   *
   * @param board the whole board file, with the driver's own {@link BoardConfig#driverOptions}
   * @param evse which of its {@code [[evse]]} tables
   * @param clock time as the drivers see it; runs faster than real time on the bench only
   * @throws BoardException if an option is wrong or a device cannot be opened
   */
  Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException;

  /**
   * The same, with a folder for what a power cut does not erase on real hardware. A driver of real
   * hardware needs none.
   *
   * @param folder exists and is writable; the station's own data folder
   * @throws BoardException as above, or if the folder cannot be used
   */
  default Board open(BoardConfig board, EvseConfig evse, BoardClock clock, Path folder)
      throws BoardException {
    return open(board, evse, clock);
  }
}

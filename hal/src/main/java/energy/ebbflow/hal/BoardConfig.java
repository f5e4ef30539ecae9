package energy.ebbflow.hal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The electrical part of a board file; read by {@code energy.ebbflow.hal.config.BoardFile}.
 *
 * @param name what people call the board
 * @param driver name of the {@link BoardDriver}
 * @param evses one or more outlets, ids 1, 2, … in the order of the file
 * @param driverOptions the {@code [driver_options]} table; its keys belong to the driver, which
 *     refuses those that it does not know
 */
public record BoardConfig(
    String name, String driver, List<EvseConfig> evses, Map<String, String> driverOptions) {
  public BoardConfig {
    evses = List.copyOf(evses);
    driverOptions = Map.copyOf(driverOptions);
  }

  /**
   * A driver option of one outlet: {@code KEY_N} if there is one, otherwise {@code KEY}, which is
   * for all of them.
   *
   * @param evse number of the outlet
   */
  public Optional<String> driverOption(String key, int evse) {
    return Optional.ofNullable(driverOptions.get(key + "_" + evse))
        .or(() -> Optional.ofNullable(driverOptions.get(key)));
  }

  /** The same board with one driver option set or replaced, for the command line. */
  public BoardConfig withDriverOption(String key, String value) {
    Map<String, String> options = new LinkedHashMap<>(driverOptions);
    options.put(key, value);
    return new BoardConfig(name, driver, evses, options);
  }
}

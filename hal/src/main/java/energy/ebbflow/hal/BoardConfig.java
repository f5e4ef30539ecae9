package energy.ebbflow.hal;

import java.util.List;

/**
 * A board file.
 *
 * @param driver name of the {@link BoardDriver}
 * @param evses one or two outlets
 */
public record BoardConfig(String driver, List<EvseConfig> evses) {
  public BoardConfig {
    evses = List.copyOf(evses);
  }
}

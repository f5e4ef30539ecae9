package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.List;
import java.util.Optional;

/**
 * The {@code [energy_manager]} table: a local energy manager beside the back office.
 *
 * @param url its address, without the identity; absent: there is none
 * @param identity name of the station there
 * @param dialects subprotocols in the order of preference
 */
public record EnergyManagerSection(Optional<String> url, String identity, List<String> dialects) {
  public EnergyManagerSection {
    dialects = List.copyOf(dialects);
  }

  static EnergyManagerSection read(ConfigTable table) {
    LinkKeys link = LinkKeys.read(table, List.of("ocpp1.6"));
    return new EnergyManagerSection(link.url(), link.identity(), link.dialects());
  }
}

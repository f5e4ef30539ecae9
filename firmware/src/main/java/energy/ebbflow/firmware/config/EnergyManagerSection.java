package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code [energy_manager]} table: a local energy manager beside the back office.
 *
 * @param url its address, without the identity; absent: there is none
 * @param identity name of the station there
 * @param dialects subprotocols in the order of preference
 */
public record EnergyManagerSection(Optional<String> url, String identity, List<String> dialects) {
  private static final Pattern URL = Pattern.compile("wss?://[^\\s]{1,500}");

  /** OCPP 2.1 part 4: at most 48 characters without a colon. */
  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9*\\-_=@.]{1,48}");

  private static final int DIALECTS_MAX = 4;

  public EnergyManagerSection {
    dialects = List.copyOf(dialects);
  }

  static EnergyManagerSection read(ConfigTable table) {
    Optional<String> url = table.optionalString("url", URL, "a ws:// or wss:// address");
    String identity =
        table
            .optionalString("identity", IDENTITY, "1 to 48 letters, digits or *-_=@.")
            .orElse("EBBFLOW-0001");
    List<String> dialects = table.strings("dialects", DIALECTS_MAX);
    return new EnergyManagerSection(
        url, identity, dialects.isEmpty() ? List.of("ocpp1.6") : dialects);
  }
}

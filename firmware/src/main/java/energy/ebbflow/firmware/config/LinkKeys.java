package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys that every OCPP link of the board file has.
 *
 * @param url of the other side, without the identity; absent: there is no such link
 * @param identity name of the station there
 * @param dialects subprotocols in the order of preference
 */
record LinkKeys(Optional<String> url, String identity, List<String> dialects) {
  private static final Pattern URL = Pattern.compile("wss?://[^\\s]{1,500}");

  /** OCPP 2.1 part 4: at most 48 characters without a colon. */
  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9*\\-_=@.]{1,48}");

  private static final int DIALECTS_MAX = 4;

  LinkKeys {
    dialects = List.copyOf(dialects);
  }

  static LinkKeys read(ConfigTable table, List<String> usualDialects) {
    Optional<String> url = table.optionalString("url", URL, "a ws:// or wss:// address");
    String identity =
        table
            .optionalString("identity", IDENTITY, "1 to 48 letters, digits or *-_=@.")
            .orElse("EBBFLOW-0001");
    List<String> dialects = table.strings("dialects", DIALECTS_MAX);
    return new LinkKeys(url, identity, dialects.isEmpty() ? usualDialects : dialects);
  }
}

package energy.ebbflow.hal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page that explains the keys says what the reader does: same keys, kinds, ranges, defaults.
 */
class KeyPageTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z_.]+)` \\| ([^|]*) \\| ([^|]*)\\| ([^|]*) \\| ([^|]+) \\|");

  /** Keys of these tables are read here; all others belong to the firmware and are tested there. */
  private static boolean ours(String path) {
    return path.matches("name|driver|driver_options|evse(\\.(?!vehicle\\.).*)?");
  }

  @Test
  void thePageExplainsExactlyTheKeysThatAreRead() throws IOException {
    Map<String, String> page = new TreeMap<>();
    for (String line : Files.readAllLines(BoardFileTest.BOARDS.resolve("README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && ours(row.group(1))) {
        page.put(
            row.group(1),
            String.join(" | ", row.group(2), row.group(3).strip(), row.group(4).strip()));
      }
    }
    assertEquals(read(), page);
  }

  /** Asks for everything: a bidirectional DC outlet and an AC outlet, both tethered. */
  private static Map<String, String> read() {
    ConfigFile file =
        ConfigFile.parse(
            "all.toml",
            """
            [[evse]]
            kind = "dc"
            cable = "tethered"
            [evse.dc]
            discharge_amps_max = 1
            [[evse]]
            kind = "ac"
            cable = "tethered"
            """);
    BoardFile.read(file.root());
    Map<String, String> keys = new TreeMap<>();
    for (ConfigKey key : file.knownKeys()) {
      String fallback =
          key.path().equals("evse.connector") ? "type2 for ac, ccs2 for dc" : key.fallback();
      keys.put(key.path(), String.join(" | ", key.kind(), key.range(), fallback));
    }
    return keys;
  }
}

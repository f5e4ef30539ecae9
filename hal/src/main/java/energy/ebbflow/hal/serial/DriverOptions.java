package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.config.NearestWord;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of a driver for one outlet. A station with several outlets has an option for all of
 * them, {@code baud}, or one for each, {@code baud_1}, {@code baud_2}, …; the latter wins.
 */
final class DriverOptions {
  private final String driver;
  private final BoardConfig board;
  private final EvseConfig evse;
  private final Set<String> known = new TreeSet<>();

  DriverOptions(String driver, BoardConfig board, EvseConfig evse) {
    this.driver = driver;
    this.board = board;
    this.evse = evse;
  }

  Optional<String> optional(String key) {
    known.add(key);
    Map<String, String> options = board.driverOptions();
    return Optional.ofNullable(options.get(key + "_" + evse.id()))
        .or(() -> Optional.ofNullable(options.get(key)));
  }

  String required(String key) throws BoardException {
    return optional(key).orElseThrow(() -> refused("expected option `" + key + "`, got none"));
  }

  int integer(String key, int min, int max, int fallback) throws BoardException {
    Optional<String> text = optional(key);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same message as a number out of range.
    }
    throw refused("option `" + key + "`: expected " + min + " to " + max + ", got " + text.get());
  }

  /** Everything has been asked for: what else is there is a slip. */
  void refuseOthers() throws BoardException {
    Set<String> permitted = new HashSet<>(known);
    for (EvseConfig other : board.evses()) {
      known.forEach(key -> permitted.add(key + "_" + other.id()));
    }
    for (String key : board.driverOptions().keySet()) {
      if (!permitted.contains(key)) {
        String near = NearestWord.of(key, known).orElse(String.join(", ", known));
        throw refused("expected a known option (" + near + "), got `" + key + "`");
      }
    }
  }

  BoardException refused(String why) {
    return new BoardException("driver " + driver + ": " + why + "; the board stays closed");
  }
}

package energy.ebbflow.hal.config;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of a driver for one outlet. A station with several outlets has an option for all of
 * them, {@code baud}, or one for each, {@code baud_1}, {@code baud_2}, …; the latter wins.
 */
public final class DriverOptions {
  private final String driver;
  private final BoardConfig board;
  private final EvseConfig evse;
  private final Set<String> known = new TreeSet<>();

  /**
   * Options that nobody has asked for yet.
   *
   * @param driver name of the driver, for messages
   * @param board the whole board file
   * @param evse the outlet that they are for
   */
  public DriverOptions(String driver, BoardConfig board, EvseConfig evse) {
    this.driver = driver;
    this.board = board;
    this.evse = evse;
  }

  /** An option that may be absent. */
  public Optional<String> optional(String key) {
    known.add(key);
    return board.driverOption(key, evse.id());
  }

  /** An option without which the board stays closed. */
  public String required(String key) throws BoardException {
    return optional(key).orElseThrow(() -> refused("expected option `" + key + "`, got none"));
  }

  /**
   * A whole number.
   *
   * @param min smallest that is permitted
   * @param max largest
   * @param fallback without the option
   * @throws BoardException if it is no number of that range
   */
  public int integer(String key, int min, int max, int fallback) throws BoardException {
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

  /**
   * A true or false.
   *
   * @param fallback without the option
   * @throws BoardException if it is something else
   */
  public boolean flag(String key, boolean fallback) throws BoardException {
    Optional<String> text = optional(key);
    if (text.isEmpty()) {
      return fallback;
    }
    return switch (text.get()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused("option `" + key + "`: expected true or false, got " + text.get());
    };
  }

  /** Everything has been asked for: what else is there is a slip. */
  public void refuseOthers() throws BoardException {
    for (OptionProblem slip : unknown()) {
      throw refused("expected " + slip.expected() + ", got " + slip.got());
    }
  }

  /** Everything has been asked for: all options that nobody asked for. */
  public List<OptionProblem> unknown() {
    Set<String> permitted = new HashSet<>(known);
    for (EvseConfig other : board.evses()) {
      known.forEach(key -> permitted.add(key + "_" + other.id()));
    }
    List<OptionProblem> slips = new ArrayList<>();
    for (String key : new TreeSet<>(board.driverOptions().keySet())) {
      if (!permitted.contains(key)) {
        String near = NearestWord.of(key, known).orElse(String.join(", ", known));
        slips.add(new OptionProblem(key, "a known option (" + near + ")", "`" + key + "`"));
      }
    }
    return slips;
  }

  /** The refusal of an option, in one line. */
  public BoardException refused(String why) {
    return new BoardException("driver " + driver + ": " + why + "; the board stays closed");
  }
}

package energy.ebbflow.simulator.mcu.driver;

import energy.ebbflow.simulator.board.BoardEvent;
import energy.ebbflow.simulator.board.BoardScript;
import java.util.Locale;

/** What happens to the microcontroller, its line or its board. */
sealed interface McuEvent {
  /** The words that are understood, for people. */
  String WORDS =
      "unplug, plug, hang on|off, reset, noise PERCENT, quit, and those of the board"
          + " (docs/simulator.md)";

  /** The serial line is pulled or put back; the microcontroller keeps its supply. */
  record Line(boolean connected) implements McuEvent {}

  /** Its program stands still: it neither listens nor speaks, and its outputs stay as they are. */
  record Hang(boolean hangs) implements McuEvent {}

  /** It loses its supply for a moment and begins anew. */
  record Reset() implements McuEvent {}

  /**
   * Bits of the line turn over.
   *
   * @param percent of the bytes, 0 to 100
   */
  record Noise(double percent) implements McuEvent {}

  /** The emulator ends. */
  record Quit() implements McuEvent {}

  /** Something happens to the board. */
  record Board(BoardEvent event) implements McuEvent {}

  /**
   * Reads {@code EVENT [VALUE]}.
   *
   * @throws IllegalArgumentException with one line that says what was expected and what came
   */
  static McuEvent parse(String text) {
    String[] words = text.strip().split("\\s+", 3);
    if (words[0].isEmpty() || words.length > 2) {
      throw new IllegalArgumentException("expected EVENT [VALUE], came '" + text + "'");
    }
    String value = words.length == 2 ? words[1] : "";
    String name = words[0].toLowerCase(Locale.ROOT);
    return switch (name) {
      case "unplug" -> plain(new Line(false), name, value);
      case "plug" -> plain(new Line(true), name, value);
      case "reset" -> plain(new Reset(), name, value);
      case "quit" -> plain(new Quit(), name, value);
      case "hang" -> new Hang(on(value));
      case "noise" -> new Noise(percent(value));
      default -> board(name, value);
    };
  }

  private static McuEvent plain(McuEvent event, String name, String value) {
    if (!value.isEmpty()) {
      throw new IllegalArgumentException(name + " expects no value, came '" + value + "'");
    }
    return event;
  }

  private static boolean on(String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException("hang expects on or off, came '" + value + "'");
    };
  }

  private static double percent(String value) {
    double percent;
    try {
      percent = Double.parseDouble(value);
    } catch (NumberFormatException _) {
      percent = Double.NaN;
    }
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("noise expects 0 to 100 percent, came '" + value + "'");
    }
    return percent;
  }

  private static McuEvent board(String name, String value) {
    try {
      return new Board(BoardScript.event(name, value));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(unknown.getMessage() + "; or " + WORDS, unknown);
    }
  }
}

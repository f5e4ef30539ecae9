package energy.ebbflow.hal.attached;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.OptionProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Devices that two outlets must not share: each has its own microcontroller, meter, isolation
 * monitor, and bus of power modules. Pure.
 */
public final class SharedDevices {
  /**
   * A device and the options that make its address.
   *
   * @param device for people
   * @param key the option without which it does not exist, and whose line a problem is shown in
   * @param more option and default of what else belongs to the address
   */
  private record Kind(String device, String key, Map<String, String> more) {}

  private static final Kind METER = new Kind("meter", "meter_at", Map.of("meter_unit", "1"));
  private static final Kind ISOLATION =
      new Kind("isolation monitor", "isolation_at", Map.of("isolation_unit", "3"));

  private static final List<Kind> KINDS =
      List.of(
          new Kind("board", "port", Map.of()),
          METER,
          ISOLATION,
          // Whatever their groups: modules are asked by their addresses, which count from 0.
          new Kind("power modules", "converter_can", Map.of()),
          new Kind("card reader", "rfid", Map.of()));

  private static final List<String> LINES =
      List.of("meter_at", "site_meter_at", "grid_meter_at", "isolation_at");

  private SharedDevices() {}

  /** Every device of this outlet that an outlet before it has already. */
  public static List<OptionProblem> check(BoardConfig board, EvseConfig evse) {
    List<OptionProblem> problems = new ArrayList<>();
    Optional<String> meter = address(METER, board, evse);
    if (meter.isPresent() && meter.equals(address(ISOLATION, board, evse))) {
      problems.add(
          new OptionProblem("isolation_unit", "another unit than the meter's", meter.get()));
    }
    board.driverOption("port", evse.id()).ifPresent(port -> onPort(port, board, problems));
    for (Kind kind : KINDS) {
      Optional<String> mine = address(kind, board, evse);
      for (EvseConfig other : board.evses()) {
        if (other.id() < evse.id()
            && mine.isPresent()
            && mine.equals(address(kind, board, other))) {
          String key = kind.more().isEmpty() ? kind.key() : unitKey(kind);
          problems.add(
              new OptionProblem(
                  key,
                  kind.device() + " of its own for outlet " + evse.id(),
                  mine.get() + ", which is that of outlet " + other.id()));
          break;
        }
      }
    }
    return problems;
  }

  /** A line to a board carries nothing else: it has frames of its own. */
  private static void onPort(String port, BoardConfig board, List<OptionProblem> problems) {
    for (String key : LINES) {
      for (EvseConfig any : board.evses()) {
        if (board.driverOption(key, any.id()).equals(Optional.of("rtu:" + port))) {
          problems.add(
              new OptionProblem(
                  "port", "a serial port of its own", port + ", which is that of " + key));
          return;
        }
      }
    }
  }

  private static String unitKey(Kind kind) {
    return kind.more().keySet().iterator().next();
  }

  /** One line for each device of an outlet. */
  public static List<String> words(BoardConfig board, EvseConfig evse) {
    List<String> words = new ArrayList<>();
    for (Kind kind : KINDS) {
      String type =
          switch (kind.key()) {
            case "meter_at" ->
                board.driverOption("meter", evse.id()).map(name -> " " + name).orElse("");
            case "isolation_at" ->
                board.driverOption("isolation", evse.id()).map(name -> " " + name).orElse("");
            case "converter_can" ->
                board.driverOption("converter", evse.id()).map(name -> " " + name).orElse("");
            default -> "";
          };
      address(kind, board, evse).ifPresent(at -> words.add(kind.device() + type + ": " + at));
    }
    return words;
  }

  private static Optional<String> address(Kind kind, BoardConfig board, EvseConfig evse) {
    return board
        .driverOption(kind.key(), evse.id())
        .map(
            at -> {
              StringBuilder whole = new StringBuilder(at);
              kind.more()
                  .forEach(
                      (key, usual) ->
                          whole
                              .append(", ")
                              .append(key.substring(key.indexOf('_') + 1))
                              .append(' ')
                              .append(board.driverOption(key, evse.id()).orElse(usual)));
              return whole.toString();
            });
  }
}

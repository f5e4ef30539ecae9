package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.config.OptionReader;
import energy.ebbflow.hal.linux.LineName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may be used only once on a board: GPIO lines, PWM channels, converter channels. Pure. */
final class PiCheck {
  /** The options that name a GPIO line. */
  static final List<String> LINES =
      List.of(
          "pilot_enable_line",
          "contactor_line",
          "contactor_feedback_line",
          "contactor_l2_l3_line",
          "contactor_l2_l3_feedback_line",
          "lock_forward_line",
          "lock_reverse_line",
          "lock_feedback_line",
          "rcd_trip_line",
          "rcd_test_line",
          "emergency_stop_line",
          "grid_line",
          "earth_line",
          "supply_line",
          "led_red_line",
          "led_green_line",
          "led_blue_line",
          "buzzer_line");

  private PiCheck() {}

  /** Records every use of something that this outlet, or one before it, uses already. */
  static void check(BoardConfig board, EvseConfig evse, OptionReader problems) {
    Map<String, String> taken = new LinkedHashMap<>();
    for (EvseConfig other : board.evses()) {
      if (other.id() > evse.id()) {
        break;
      }
      boolean mine = other.id() == evse.id();
      uses(board, other)
          .forEach(
              (option, thing) -> {
                String before = taken.putIfAbsent(thing, owner(option, other, board));
                if (before != null && mine) {
                  problems.problem(option, "something that is free", thing + ", " + before);
                }
              });
    }
  }

  private static String owner(String option, EvseConfig evse, BoardConfig board) {
    return "which is " + option + (board.evses().size() > 1 ? " of outlet " + evse.id() : "");
  }

  /** Option by option, what it occupies. */
  private static Map<String, String> uses(BoardConfig board, EvseConfig evse) {
    Map<String, String> uses = new LinkedHashMap<>();
    for (String key : LINES) {
      board
          .driverOption(key, evse.id())
          .filter(text -> LineName.PATTERN.matcher(text).matches())
          .ifPresent(text -> uses.put(key, "GPIO " + LineName.parse(text).number()));
    }
    board.driverOption("pilot_pwm", evse.id()).ifPresent(at -> uses.put("pilot_pwm", "PWM " + at));
    String adc =
        board
            .driverOption("adc_spi", evse.id())
            .or(() -> board.driverOption("adc_i2c", evse.id()))
            .orElse("?");
    for (String key : List.of("pilot_channel", "pilot_low_channel", "proximity_channel")) {
      board
          .driverOption(key, evse.id())
          .ifPresent(channel -> uses.put(key, "channel " + channel + " of the converter " + adc));
    }
    return uses;
  }
}

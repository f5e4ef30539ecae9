package energy.ebbflow.hal.attached;

import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.modbus.driver.ModbusPlace;
import energy.ebbflow.hal.modbus.driver.SerialFrame;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a Modbus device is: {@code NAME_at}, {@code NAME_unit}, {@code NAME_baud}, {@code
 * NAME_frame}.
 *
 * @param at where it is
 * @param unit its number there
 */
record ModbusOptions(String at, int unit, int baud, SerialFrame frame) {
  static ModbusOptions read(
      DriverOptions options, String name, int usualUnit, int usualBaud, SerialFrame usualFrame)
      throws BoardException {
    String at = options.optional(name + "_at").orElse("");
    int unit = options.integer(name + "_unit", 1, 247, usualUnit);
    int baud = options.integer(name + "_baud", 1_200, 115_200, usualBaud);
    Optional<String> word = options.optional(name + "_frame");
    return new ModbusOptions(
        at, unit, baud, word.isEmpty() ? usualFrame : frame(options, name, word.get()));
  }

  private static SerialFrame frame(DriverOptions options, String name, String word)
      throws BoardException {
    return Arrays.stream(SerialFrame.values())
        .filter(frame -> ("8" + frame).toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                options.refused(
                    "option `" + name + "_frame`: expected 8n1, 8n2, 8e1 or 8o1, got " + word));
  }

  ModbusPlace place(DriverOptions options, String name) throws BoardException {
    return ModbusPlace.of(at, baud, frame)
        .orElseThrow(
            () ->
                options.refused(
                    "option `"
                        + name
                        + "_at`: expected "
                        + ModbusPlace.FORM
                        + ", got \""
                        + at
                        + "\""));
  }
}

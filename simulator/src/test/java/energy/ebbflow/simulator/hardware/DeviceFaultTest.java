package energy.ebbflow.simulator.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.ebbflow.simulator.hardware.DeviceFault.Device;
import energy.ebbflow.simulator.hardware.DeviceFault.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of what goes wrong with played devices. */
class DeviceFaultTest {
  @Test
  void aScriptIsRead() {
    assertEquals(
        List.of(
            new DeviceFault(true, 3, Device.ISOLATION, Word.KILO_OHMS, 40, true),
            new DeviceFault(false, 0.5, Device.BOARD, Word.UNPLUGGED, 0, true),
            new DeviceFault(false, 2, Device.BOARD, Word.UNPLUGGED, 0, false),
            new DeviceFault(true, 1, Device.CONVERTER, Word.MODULE_LOST, 1, false)),
        DeviceFault.parse(
            "charging 3 isolation kilo-ohms 40; start 0.5 board unplugged;"
                + " start 2 board unplugged off; charging 1 converter module-lost 1 off"));
    assertEquals(List.of(), DeviceFault.parse(" ; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          soon 3 meter silent|expected start or charging, got `soon`
          start x meter silent|expected a number from 0 to 86400, got `x`
          start 1 fridge silent|expected board, converter, meter, isolation, got `fridge`
          start 1 meter jammed|expected a fault that meter can have, got `jammed`
          start 1 meter silent 3|expected no value for silent, got `start 1 meter silent 3`
          start 1 isolation kilo-ohms|expected one value for kilo-ohms, got `start 1 isolation kilo-ohms`
          start 1|expected WHEN SECONDS DEVICE WORD [VALUE] [off], got `start 1`
          """)
  void aSlipIsNamed(String script, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> DeviceFault.parse(script)).getMessage());
  }
}

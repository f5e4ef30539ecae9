package energy.ebbflow.hal.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.hal.config.ConfigException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Register maps and what they make of registers. */
class RegisterMapTest {
  private static byte[] eastron() {
    ByteBuffer out = ByteBuffer.allocate(76 * 2);
    float[] values = {230.5f, 231, 229.5f, 16, 15.5f, 8, 3600, -3500, 0};
    for (int i = 0; i < values.length; i++) {
      out.putFloat(i * 4, values[i]);
    }
    return out.putFloat(52 * 2, -4100.5f).putFloat(72 * 2, 12.25f).putFloat(74 * 2, 0.5f).array();
  }

  @Test
  void anEastronIsReadInOneBlock() throws ConfigException {
    RegisterMap map = RegisterMap.named("eastron-sdm630");
    assertTrue(map.input());
    assertEquals(List.of(new RegisterMap.Block(0, 76)), map.blocks());
    assertEquals(
        Optional.of(
            new Reading.Meter(
                new WattHours(12_250),
                new WattHours(500),
                new Watts(-4100.5),
                List.of(new Amps(16), new Amps(-15.5), new Amps(8)),
                List.of(new Volts(230.5), new Volts(231), new Volts(229.5)))),
        map.reading(List.of(eastron())));
  }

  @Test
  void everyMapThatComesAlongIsSound() throws ConfigException {
    for (String name : RegisterMap.KNOWN) {
      RegisterMap map = RegisterMap.named(name);
      map.blocks().forEach(block -> assertTrue(block.count() <= RegisterMap.MAX_BLOCK));
    }
  }

  @Test
  void whatIsNoNumberIsNoReading() throws ConfigException {
    RegisterMap map = RegisterMap.named("eastron-sdm630");
    byte[] answer = eastron();
    ByteBuffer.wrap(answer).putFloat(0, Float.NaN);
    assertEquals(Optional.empty(), map.reading(List.of(answer)));
    assertEquals(Optional.empty(), map.reading(List.of(new byte[10])));
    assertEquals(Optional.empty(), map.reading(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT32, 0, 1.5",
    "INT32, 2, -2",
    "INT32_LOW_FIRST, 4, 65538",
    "INT64, 6, 4294967296",
    "INT16, 10, -3"
  })
  void typesAreReadAsTheyAreWritten(RegisterField.Type type, int address, double value) {
    byte[] block =
        ByteBuffer.allocate(22)
            .putFloat(1.5f)
            .putInt(-2)
            .putShort((short) 2)
            .putShort((short) 1)
            .putLong(1L << 32)
            .putShort((short) -3)
            .array();
    assertEquals(value * 0.1, new RegisterField(100 + address, type, 0.1).read(block, 100), 1e-9);
  }

  @Test
  void farRegistersAreAskedForInBlocksOfTheirOwn() throws ConfigException {
    String text =
        """
        name = "Far"
        registers = "holding"
        phases = 1
        [volts]
        type = "int16"
        l1 = 0
        [amps]
        type = "int16"
        l1 = 78
        [phase_watts]
        type = "int32"
        l1 = 79
        [watts]
        type = "int32"
        address = 79
        [imported_watt_hours]
        type = "int64"
        address = 1000
        [exported_watt_hours]
        type = "int64"
        address = 1004
        """;
    assertEquals(
        List.of(
            new RegisterMap.Block(0, 79),
            new RegisterMap.Block(79, 2),
            new RegisterMap.Block(1000, 8)),
        RegisterMap.parse("far", text).blocks());
  }

  @Test
  void anUnknownMeterAndAWrongMapAreNamed() {
    assertEquals(
        List.of("meter: expected one of eastron-sdm630, eastron-sdm72dm-v2, got ../x"),
        assertThrows(ConfigException.class, () -> RegisterMap.named("../x")).problems());
    List<String> problems =
        assertThrows(ConfigException.class, () -> RegisterMap.parse("m", "nam = \"x\"")).problems();
    assertTrue(
        problems.contains(
            "m:1: key `nam`: expected a known key (did you mean `name`?), got `nam`"));
  }
}

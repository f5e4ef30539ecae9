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
import energy.ebbflow.hal.config.ConfigFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

  /** The same meter on the grid's side tells frequency and voltage; 0 Hz is no grid. */
  @Test
  void anEastronTellsTheGrid() throws ConfigException {
    RegisterMap map = RegisterMap.named("eastron-sdm630");
    byte[] answer = eastron();
    ByteBuffer.wrap(answer).putFloat(70 * 2, 50.0625f);
    Reading.GridQuality grid = map.grid(List.of(answer), 1).orElseThrow();
    assertEquals(Optional.of(50.0625), grid.hertz());
    assertEquals(List.of(new Volts(230.5), new Volts(231), new Volts(229.5)), grid.phaseVoltages());
    ByteBuffer.wrap(answer).putFloat(70 * 2, 0);
    assertEquals(Optional.empty(), map.grid(List.of(answer), 1).orElseThrow().hertz());
    assertEquals(Optional.empty(), map.grid(List.of(new byte[10]), 1));
    assertEquals(
        Optional.empty(), RegisterMap.named("iskra-wm3m4").hertz(), "its register is not known");
  }

  @Test
  void everyMapThatComesAlongIsSound() throws ConfigException {
    for (String name : RegisterMap.KNOWN) {
      RegisterMap map = RegisterMap.named(name);
      map.blocks().forEach(block -> assertTrue(block.count() <= map.blockMax()));
    }
  }

  @Test
  void whatIsNoNumberIsNoReading() throws ConfigException {
    RegisterMap map = RegisterMap.named("eastron-sdm630");
    byte[] answer = eastron();
    ByteBuffer.wrap(answer).putFloat(72 * 2, Float.NaN);
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
    assertEquals(
        value * 0.1,
        new RegisterField(100 + address, type, 0.1).read(block, 100).orElseThrow(),
        1e-9);
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
        RegisterMapFile.parse(ConfigFile.parse("far", text)).blocks());
  }

  @Test
  void anUnknownMeterAndAWrongMapAreNamed() {
    List<String> unknown =
        assertThrows(ConfigException.class, () -> RegisterMap.named("abacus")).problems();
    assertTrue(unknown.getFirst().startsWith("meter: expected one of eastron-sdm630, "));
    assertEquals(
        List.of("/no/such.toml: expected a file, got nothing of that name"),
        assertThrows(ConfigException.class, () -> RegisterMap.named("/no/such.toml")).problems());
    List<String> problems =
        assertThrows(
                ConfigException.class,
                () -> RegisterMapFile.parse(ConfigFile.parse("m", "nam = \"x\"")))
            .problems();
    assertTrue(
        problems.contains(
            "m:1: key `nam`: expected a known key (did you mean `name`?), got `nam`"));
  }

  /** A device says "no such value" with the extreme of the type; that is never a measurement. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT32, 7FC00000",
    "FLOAT32, 7F800000",
    "FLOAT32_LOW_FIRST, 00007FC0",
    "FLOAT64, 7FF8000000000000",
    "INT32, 7FFFFFFF",
    "INT32, 80000000",
    "INT32_LOW_FIRST, FFFF7FFF",
    "UINT32, FFFFFFFF",
    "UINT32_LOW_FIRST, FFFFFFFF",
    "INT64, 7FFFFFFFFFFFFFFF",
    "INT64_LOW_FIRST, FFFFFFFFFFFF7FFF",
    "INT16, 7FFF",
    "INT16, 8000",
    "UINT16, FFFF"
  })
  void whatMakesNoSenseIsAbsent(RegisterField.Type type, String hex) {
    byte[] block = HexFormat.of().parseHex(hex);
    assertEquals(OptionalDouble.empty(), new RegisterField(0, type, 1).read(block, 0));
  }

  /**
   * Each map, with registers as two public sources have them ({@code docs/register-maps.md} names
   * them): 230.1 V, 10.5 A out of the vehicle on L1, 2416.1 W from it, 1234.5 kWh in, 67.8 kWh out.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eastron-sdm630|0=4366,1=199A,6=4128,7=0000,12=C517,13=019A,52=C517,53=019A,72=449A,73=5000,74=4287,75=999A
          eastron-sdm72dm-v2|0=4366,1=199A,6=4128,7=0000,12=C517,13=019A,52=C517,53=019A,72=449A,73=5000,74=4287,75=999A
          carlo-gavazzi-em340|0=08FD,12=2904,18=A19F,19=FFFF,40=A19F,41=FFFF,52=3039,78=02A6
          carlo-gavazzi-em24-ethernet|0=08FD,12=2904,18=A19F,19=FFFF,40=A19F,41=FFFF,52=3039,78=02A6
          iskra-wm3m4|107=FF00,108=08FD,126=FD00,127=2904,142=FFFF,143=A19F,140=FFFF,141=A19F,414=2,418=0,419=3039,415=2,420=0,421=02A6
          acrel-djsf1352-rn|0=08FD,1=2,2=FF97,3=2,8=A19F,9=2,12=0012,13=D644,14=0001,15=08D8
          """)
  void everyMapReadsItsRegisters(String name, String registers) throws ConfigException {
    RegisterMap map = RegisterMap.named(name);
    List<byte[]> answers = new ArrayList<>();
    for (RegisterMap.Block block : map.blocks()) {
      ByteBuffer answer = ByteBuffer.allocate(block.count() * 2);
      for (String pair : registers.split(",")) {
        int address = Integer.parseInt(pair.substring(0, pair.indexOf('=')));
        int value = Integer.parseInt(pair.substring(pair.indexOf('=') + 1), 16);
        if (address >= block.address() && address < block.address() + block.count()) {
          answer.putShort((address - block.address()) * 2, (short) value);
        }
      }
      answers.add(answer.array());
    }
    Reading.Meter meter = map.reading(answers).orElseThrow();
    assertEquals(230.1, meter.phaseVoltages().getFirst().value(), 0.01);
    assertEquals(-10.5, meter.phaseCurrents().getFirst().value(), 0.01);
    assertEquals(-2416.1, meter.power().value(), 0.1);
    assertEquals(1_234_500, meter.imported().value(), 1);
    assertEquals(67_800, meter.exported().value(), 1);
  }

  /** A meter for three phases on one: the others say that they have no value. */
  @Test
  void aPhaseWithoutAValueIsNotThere() throws ConfigException {
    RegisterMap map = RegisterMap.named("eastron-sdm630");
    byte[] answer = eastron();
    ByteBuffer.wrap(answer).putFloat(4, Float.NaN);
    Reading.Meter meter = map.reading(List.of(answer)).orElseThrow();
    assertEquals(List.of(new Volts(230.5)), meter.phaseVoltages());
    assertEquals(List.of(new Amps(16)), meter.phaseCurrents());
  }

  @Test
  void aSerialNumberIsTextOrANumber() {
    byte[] text = "KY 123\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertEquals("KY123", new RegisterMap.Identity(true, 0, 4, true).text(text));
    assertEquals(
        "65538", new RegisterMap.Identity(true, 0, 2, false).text(new byte[] {0, 1, 0, 2}));
  }

  /** A register with a power of ten may hold anything: 10^400 V is no voltage. */
  @Test
  void aPowerOfTenBeyondAllNumbersIsNoValue() throws ConfigException {
    RegisterMap map = RegisterMap.named("acrel-djsf1352-rn");
    List<byte[]> answers = new java.util.ArrayList<>();
    for (RegisterMap.Block block : map.blocks()) {
      java.nio.ByteBuffer registers = java.nio.ByteBuffer.allocate(block.count() * 2);
      for (int i = 0; i < block.count(); i++) {
        registers.putShort((short) 400);
      }
      answers.add(registers.array());
    }
    assertEquals(java.util.Optional.empty(), map.reading(answers));
    assertEquals(java.util.Optional.empty(), map.grid(answers, 1));
  }
}

package energy.ebbflow.hal.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Indicator.Sign;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.pi.CableCode.Meaning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes and numbers of the small devices, from their datasheets. */
class DevicesTest {
  /** IEC 61851-1 Table B.2 with 3 % tolerance, and what is no cable. */
  @Test
  void theResistorOfTheCableStandsForItsRating() {
    double[][] codes = {{1500, 13}, {680, 20}, {220, 32}, {100, 63}};
    for (double[] code : codes) {
      for (double tolerance : new double[] {0.97, 1, 1.03}) {
        assertEquals(new Meaning.Cable((int) code[1]), CableCode.of(code[0] * tolerance));
      }
    }
    assertEquals(new Meaning.NoPlug(), CableCode.of(Double.POSITIVE_INFINITY));
    assertEquals(new Meaning.Nonsense(), CableCode.of(CableCode.OPEN_OHMS));
    assertEquals(new Meaning.Nonsense(), CableCode.of(10));
    // On a limit the smaller rating is taken.
    assertEquals(new Meaning.Cable(32), CableCode.of(140));
    assertEquals(new Meaning.Cable(13), CableCode.of(950));
  }

  @Test
  void theDividerGivesTheResistance() {
    assertEquals(220, CableCode.ohms(3.3 * 220 / 1220, 3.3, 1000), 1e-9);
    assertTrue(CableCode.of(CableCode.ohms(3.3, 3.3, 1000)) instanceof Meaning.NoPlug);
  }

  /** MCP3208 datasheet, figure 6-1: 0000 0110 for channels 0 to 3; 12 bits of 3.3 V. */
  @Test
  void theConvertersOnSpiAreAskedAsTheirDatasheetsSay() throws IOException {
    List<String> asked = new ArrayList<>();
    Hardware.SpiDevice half =
        bytes -> {
          asked.add(HexFormat.of().formatHex(bytes));
          return new byte[] {(byte) 0xFF, (byte) 0xE8, 0};
        };
    assertEquals(1.65, new Adc.Mcp(half, Adc.Kind.MCP3208, 3.3).volts(5), 1e-9);
    assertEquals("074000", asked.getLast());
    Hardware.SpiDevice ten = bytes -> new byte[] {0, (byte) 0xFA, 0};
    assertEquals(1.65, new Adc.Mcp(ten, Adc.Kind.MCP3008, 3.3).volts(0), 1e-9);
  }

  @Test
  void aConverterThatIsNotConnectedIsAnErrorAndNoVoltage() {
    Hardware.SpiDevice floating = bytes -> new byte[] {-1, -1, -1};
    IOException absent =
        assertThrows(
            IOException.class, () -> new Adc.Mcp(floating, Adc.Kind.MCP3208, 3.3).volts(0));
    assertTrue(String.valueOf(absent.getMessage()).contains("is it connected?"));
  }

  private record Register(byte... value) implements Hardware.I2c {
    @Override
    public void write(byte[] bytes) {}

    @Override
    public byte[] read(int count) {
      return value;
    }
  }

  @Test
  void thermometersKnowTheirSignAndWhatCannotBe() throws IOException {
    assertEquals(25.5, new Thermometer.Lm75(new Register((byte) 25, (byte) 0x80)).celsius());
    assertEquals(-0.5, new Thermometer.Lm75(new Register((byte) 0xFF, (byte) 0x80)).celsius());
    Thermometer broken = () -> 127.9;
    assertThrows(IOException.class, broken::celsius);
  }

  /** WS2812: green first, 110 for a one, 100 for a zero. */
  @Test
  void theDiodesGetGreenRedBlueInThreeBitsEach() {
    byte[] bytes = Ws2812.bytes(new Lamp(0, 0xFF, 0x01, false), 1);
    assertEquals(9 + Ws2812.LATCH_BYTES, bytes.length);
    assertEquals("db6db6924924924926", HexFormat.of().formatHex(bytes, 0, 9));
  }

  @Test
  void everySignLooksDifferentFromFaultAndAvailable() {
    Lamp fault = Lamp.of(Sign.FAULT, 0);
    for (Sign sign : Sign.values()) {
      if (sign != Sign.FAULT && sign != Sign.UNAVAILABLE) {
        assertEquals(0, Lamp.of(sign, 0).red(), sign + " is not red");
      }
    }
    assertEquals(255, fault.red());
    assertTrue(fault.sound());
    assertFalse(Lamp.of(Sign.FAULT, 10_000_000_000L).sound(), "it does not sound for ever");
  }

  /** Both sides: the answer comes within 1 s, or it does not. */
  @Test
  void theResidualCurrentTestPassesOnlyWithAnAnswerAndWithQuietAfterIt() {
    ResidualTest begun = ResidualTest.initial().begin(0);
    assertTrue(begun.driven());
    assertFalse(begun.step(false, ResidualTest.ANSWER_NANOS - 1).idle());
    ResidualTest silent = begun.step(false, ResidualTest.ANSWER_NANOS);
    assertTrue(silent.idle());
    assertFalse(silent.passed());
    ResidualTest answered = begun.step(true, 30_000_000);
    assertFalse(answered.driven());
    assertTrue(answered.step(false, 60_000_000).passed());
    assertFalse(answered.step(true, 30_000_000 + ResidualTest.ANSWER_NANOS).passed());
  }

  @Test
  void aFailingDeviceIsTriedLessAndLessOftenAndToldAgainWhileItLasts() {
    Attempts attempts = Attempts.NEW.failed(0);
    assertTrue(attempts.tell(0));
    attempts = attempts.told(0);
    assertFalse(attempts.due(Attempts.FIRST_NANOS - 1));
    assertTrue(attempts.due(Attempts.FIRST_NANOS));
    for (int i = 0; i < 100; i++) {
      attempts = attempts.failed(0);
    }
    assertEquals(Attempts.LONGEST_NANOS, attempts.nextNanos());
    assertFalse(attempts.tell(Attempts.TELL_NANOS - 1));
    assertTrue(attempts.tell(Attempts.TELL_NANOS));
    assertEquals(Attempts.NEW, attempts.succeeded());
  }
}

package energy.ebbflow.firmware.evse.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long what is told of the grid counts. */
class MeasurementsGridTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private static Measurements heard(
      Measurements before, long nanos, double hertz, double... volts) {
    return before.with(
        new Reading.GridQuality(
            hertz > 0 ? Optional.of(hertz) : Optional.empty(),
            Arrays.stream(volts).mapToObj(Volts::new).toList(),
            2 * SECOND),
        nanos);
  }

  private static final Reading.Meter METER =
      new Reading.Meter(
          new WattHours(0),
          new WattHours(0),
          new Watts(0),
          List.of(new Amps(0)),
          List.of(new Volts(230)));

  /**
   * A Modbus meter is asked a second after its answer, and given up after another one: with a lost
   * answer it is heard again after up to 4 s. Until then it counts, and no longer.
   */
  @Test
  void oneLostAnswerIsNoLostMeter() {
    Measurements measured = Measurements.NONE.with(METER, 0);
    assertTrue(measured.meterFresh(3_999 * MILLI));
    assertFalse(measured.meterFresh(4_000 * MILLI));
  }

  @Test
  void eachSourceSaysHowLongItCounts() {
    Measurements measured = heard(Measurements.NONE, 0, 50.01, 229, 230, 231);
    assertEquals(Optional.of(50.01), measured.gridHertz(1_999 * MILLI));
    assertEquals(List.of(229.0, 230.0, 231.0), measured.gridVolts(1_999 * MILLI));
    assertEquals(Optional.empty(), measured.gridHertz(2_000 * MILLI));
    assertEquals(List.of(), measured.gridVolts(2_000 * MILLI));
  }

  /** Two meters of one outlet: what one does not tell is not taken from the other. */
  @Test
  void whatIsNotToldStays() {
    Measurements measured = heard(Measurements.NONE, 0, 0, 229, 230, 231);
    measured = heard(measured, SECOND, 49.9);
    assertEquals(List.of(229.0, 230.0, 231.0), measured.gridVolts(SECOND));
    assertEquals(Optional.of(49.9), measured.gridHertz(SECOND));
    assertEquals(List.of(), measured.gridVolts(2 * SECOND), "a frequency is no voltage");
    measured = heard(measured, 2 * SECOND, 50.2);
    assertEquals(Optional.of(50.2), measured.gridHertz(2 * SECOND), "the last word counts");
  }
}

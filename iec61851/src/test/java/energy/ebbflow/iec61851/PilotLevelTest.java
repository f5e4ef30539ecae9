package energy.ebbflow.iec61851;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels of the line, IEC 61851-1 Table A.2: ±1 V around each, hysteresis between. */
class PilotLevelTest {
  @ParameterizedTest
  @CsvSource({
    "13, A", "12, A", "11, A", "10, B", "9, B", "8, B", "7, C", "6, C", "5, C", "4, D", "3, D",
    "2, D", "1, E", "0, E", "-1, E"
  })
  void bandsIncludeBothEnds(double volts, PilotLevel level) {
    assertEquals(level, PilotLevel.of(volts, -12, true, null));
  }

  @ParameterizedTest
  @ValueSource(doubles = {13.01, -1.01, -12, 100, Double.NaN})
  void otherLevelsBelongToNoState(double volts) {
    assertEquals(PilotLevel.OUT_OF_RANGE, PilotLevel.of(volts, -12, false, PilotLevel.B));
  }

  @ParameterizedTest
  @CsvSource({
    "10.9, A, A",
    "10.1, A, A",
    "10.9, B, B",
    "7.9, B, B",
    "7.1, C, C",
    "4.5, C, C",
    "4.5, D, D",
    "1.1, D, D",
    "1.9, E, E"
  })
  void betweenTwoBandsTheLevelStays(double volts, PilotLevel before, PilotLevel level) {
    assertEquals(level, PilotLevel.of(volts, -12, true, before));
  }

  @ParameterizedTest
  @CsvSource({"10.6, C, A", "10.4, C, B", "7.6, A, B", "7.4, A, C", "4.6, A, C", "1.4, A, E"})
  void fromAfarTheNearerLevelCounts(double volts, PilotLevel before, PilotLevel level) {
    assertEquals(level, PilotLevel.of(volts, -12, true, before));
  }

  @Test
  void theDiodeIsJudgedOnlyWithAVehicleAndPwm() {
    assertEquals(PilotLevel.NO_DIODE, PilotLevel.of(9, -9, true, null));
    assertEquals(PilotLevel.NO_DIODE, PilotLevel.of(6, -9.99, true, null));
    assertEquals(PilotLevel.C, PilotLevel.of(6, -10, true, null));
    assertEquals(PilotLevel.NO_DIODE, PilotLevel.of(3, Double.NaN, true, null));
    assertEquals(PilotLevel.C, PilotLevel.of(6, 6, false, null));
    assertEquals(PilotLevel.A, PilotLevel.of(12, 12, true, null));
    assertEquals(PilotLevel.E, PilotLevel.of(0, 0, true, null));
  }
}

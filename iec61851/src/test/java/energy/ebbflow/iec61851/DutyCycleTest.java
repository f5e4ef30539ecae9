package energy.ebbflow.iec61851;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.DutyCycle.Meaning;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The duty law in both directions, IEC 61851-1 Tables A.7 and A.8. */
class DutyCycleTest {
  @ParameterizedTest
  @CsvSource({
    "6, 10",
    "10, 16.667",
    "16, 26.667",
    "32, 53.333",
    "51, 85",
    "51.1, 85",
    "52.4, 85",
    "52.5, 85",
    "55, 86",
    "63, 89.2",
    "80, 96"
  })
  void amperesBecomeDuty(double amps, double percent) {
    assertEquals(percent, DutyCycle.fromAmps(amps), 0.001);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5.999, 80.001, 0, -6, Double.NaN})
  void currentsThatCannotBeSignalledAreRefused(double amps) {
    assertThrows(IllegalArgumentException.class, () -> DutyCycle.fromAmps(amps));
  }

  @ParameterizedTest
  @CsvSource({
    "8, 6",
    "9.99, 6",
    "10, 6",
    "53.333, 32",
    "85, 51",
    "85.001, 52.5",
    "89.2, 63",
    "96, 80",
    "96.001, 80",
    "97, 80"
  })
  void dutyBecomesAmperes(double percent, double amps) {
    assertEquals(
        amps, assertInstanceOf(Meaning.Basic.class, DutyCycle.meaningOf(percent)).amps(), 0.01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 5, 7})
  void aroundFivePercentIsDigital(double percent) {
    assertEquals(new Meaning.Digital(), DutyCycle.meaningOf(percent));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2.999, 7.001, 7.999, 97.001, 100, -1, Double.NaN})
  void everythingElseForbidsCharging(double percent) {
    assertEquals(new Meaning.NoCharging(), DutyCycle.meaningOf(percent));
  }

  @Property
  void aVehicleIsNeverToldMoreThanWasMeant(@ForAll @DoubleRange(min = 6, max = 80) double amps) {
    double told = ((Meaning.Basic) DutyCycle.meaningOf(DutyCycle.fromAmps(amps))).amps();
    assertTrue(told <= amps + 1e-9, () -> amps + " A became " + told + " A");
    // Nothing but the gap is given away.
    boolean gap = amps > 51 && amps <= 52.5;
    assertEquals(gap ? 51 : amps, told, 1e-9);
  }

  @Test
  void theLawRisesWithoutStepsDown() {
    double before = 0;
    for (int i = 600; i <= 8000; i++) {
      double duty = DutyCycle.fromAmps(i / 100.0);
      assertTrue(duty >= before);
      before = duty;
    }
  }
}

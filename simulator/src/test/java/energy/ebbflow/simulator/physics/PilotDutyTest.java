package energy.ebbflow.simulator.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PilotDutyTest {
  // IEC 61851-1 Table A.8, both sides of each border.
  @ParameterizedTest
  @CsvSource({
    "2.9,false,0",
    "3,true,0",
    "5,true,0",
    "7,true,0",
    "7.9,false,0",
    "8,false,6",
    "10,false,6",
    "16,false,9.6",
    "26.667,false,16",
    "53.333,false,32",
    "85,false,51",
    "86,false,55",
    "96,false,80",
    "97,false,80",
    "97.1,false,0"
  })
  void readsTheDuty(double duty, boolean digital, double amps) {
    assertEquals(digital, PilotDuty.digital(duty));
    assertEquals(amps, PilotDuty.amps(duty), 0.01);
  }
}

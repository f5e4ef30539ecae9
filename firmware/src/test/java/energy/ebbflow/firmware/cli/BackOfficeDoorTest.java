package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOfficeDoorTest {
  /** The meter counted on while the station was dead: its word is the final one. */
  @Test
  void theMetersOwnRegisterEndsAnInterruptedTransaction() {
    assertEquals(
        Optional.of(sample(120, 30)),
        BackOfficeDoor.withMeter(open(sample(100, 30)), Optional.of(sample(120, 30))).latest());
  }

  /** A meter that lost its register must not make energy vanish from a bill. */
  @Test
  void aMeterThatSaysLessThanWasKeptIsNotBelieved() {
    assertEquals(
        Optional.of(sample(100, 30)),
        BackOfficeDoor.withMeter(open(sample(100, 30)), Optional.of(sample(0, 0))).latest());
    assertEquals(
        Optional.of(sample(100, 30)),
        BackOfficeDoor.withMeter(open(sample(100, 30)), Optional.of(sample(200, 29))).latest());
  }

  @Test
  void aSilentMeterLeavesWhatWasKept() {
    assertEquals(
        Optional.of(sample(100, 30)),
        BackOfficeDoor.withMeter(open(sample(100, 30)), Optional.empty()).latest());
  }

  private static OpenTransaction open(MeterSample kept) {
    return new OpenTransaction(
        "t-1",
        1,
        1,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        "Charging",
        Optional.of(kept),
        3);
  }

  private static MeterSample sample(double importedWh, double exportedWh) {
    return new MeterSample(
        Instant.EPOCH,
        importedWh,
        exportedWh,
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}

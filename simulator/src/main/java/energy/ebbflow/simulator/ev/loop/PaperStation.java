package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionResponse;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A station without a cable, for chargers made by others: the pilot line always carries 5 %, and
 * voltage and current at the inlet are what the charger says they are; AC is there while the loop
 * runs.
 */
final class PaperStation implements Station {
  private static final double DIGITAL_PERCENT = 5;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double PHASE_VOLTS = 230;
  private static final int PHASES = 3;

  /** Looks closer together than this are the same instant. */
  private static final long STEP_NANOS = 5_000_000;

  private final LongSupplier nanos;
  private final long origin;
  private long lastNanos;
  private double volts;
  private double amps;
  private double ampSeconds;
  private double wattSeconds;
  private double phaseAmps;
  private boolean live;

  /** A station whose time is virtual time in ns. */
  PaperStation(LongSupplier nanos) {
    this.nanos = nanos;
    this.origin = nanos.getAsLong();
  }

  @Override
  public Optional<StationTerminals> poll() {
    long now = nanos.getAsLong() - origin;
    if (now - lastNanos < STEP_NANOS) {
      return Optional.empty();
    }
    double seconds = (now - lastNanos) / NANOS_PER_SECOND;
    ampSeconds += amps * seconds;
    wattSeconds += live ? phaseAmps * PHASE_VOLTS * seconds : 0;
    lastNanos = now;
    return Optional.of(
        new StationTerminals(
            now,
            new PilotSignal.Pwm(DIGITAL_PERCENT),
            volts,
            amps,
            ampSeconds,
            wattSeconds,
            live ? PHASE_VOLTS : 0,
            live ? PHASES : 0,
            false,
            false));
  }

  @Override
  public void show(VehicleTerminals terminals) {
    if (!terminals.dc().connected()) {
      amps = 0;
    }
    phaseAmps = terminals.phase1Amps() + terminals.phase2Amps() + terminals.phase3Amps();
  }

  @Override
  public void heard(V2gMessage message) {
    switch (message) {
      case DcPreChargeResponse response ->
          volts = Math.max(0, response.evsePresentVoltage().toDouble());
      case DcWeldingDetectionResponse response ->
          volts = Math.max(0, response.evsePresentVoltage().toDouble());
      case DcChargeLoopResponse response -> {
        volts = Math.max(0, response.evsePresentVoltage().toDouble());
        amps = response.evsePresentCurrent().toDouble();
      }
      // The loop runs with the charger's contactors closed; PowerDelivery opens or will open them.
      case AcChargeLoopResponse _ -> live = true;
      case PowerDeliveryResponse _ -> live = false;
      case Iso2Message iso2 -> apply(PaperWords.of(iso2));
      case DinMessage din -> apply(PaperWords.of(din));
      default -> {}
    }
  }

  private void apply(PaperWords words) {
    words.volts().ifPresent(now -> volts = Math.max(0, now));
    words.amps().ifPresent(now -> amps = now);
    words.live().ifPresent(now -> live = now);
  }

  @Override
  public void close() {}
}

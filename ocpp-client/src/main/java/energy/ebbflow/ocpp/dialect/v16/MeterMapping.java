package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.v16.metering.MeterValue;
import energy.ebbflow.ocpp.v16.metering.SampledValue;
import energy.ebbflow.ocpp.v2.metering.Location;
import energy.ebbflow.ocpp.v2.metering.Phase;
import energy.ebbflow.ocpp.v2.metering.ReadingContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Meter samples in the words of 1.6. Import and export are never netted. */
final class MeterMapping {
  private static final Phase[] PHASES = {Phase.L1, Phase.L2, Phase.L3};

  /** Digits behind the point of a value. */
  private static final int SCALE = 3;

  private final DeviceModel device;

  MeterMapping(DeviceModel device) {
    this.device = device;
  }

  /** Values of a connector without a transaction, as of the clock or because of a trigger. */
  List<MeterValue> idle(MeterSample sample, boolean triggered) {
    List<SampledValue> sampled =
        sampled(
            sample,
            triggered ? ReadingContext.TRIGGER : ReadingContext.SAMPLE_CLOCK,
            new HashSet<>(device.members(Variables.ALIGNED_MEASURANDS)));
    return sampled.isEmpty() ? List.of() : List.of(new MeterValue(sample.at(), sampled));
  }

  List<MeterValue> values(QueuedEvent queued) {
    StationEvent.Transaction event = queued.event();
    boolean ended = event.kind() == StationEvent.Transaction.Kind.ENDED;
    boolean clock = event.trigger().equals("MeterValueClock");
    Set<String> wanted =
        new HashSet<>(
            device.members(
                ended
                    ? Variables.TX_ENDED_MEASURANDS
                    : clock ? Variables.ALIGNED_MEASURANDS : Variables.TX_UPDATED_MEASURANDS));
    List<MeterValue> values = new ArrayList<>();
    for (int i = 0; i < event.samples().size(); i++) {
      MeterSample sample = event.samples().get(i);
      boolean last = ended && i == event.samples().size() - 1;
      ReadingContext context =
          last
              ? ReadingContext.TRANSACTION_END
              : event.kind() == StationEvent.Transaction.Kind.STARTED
                  ? ReadingContext.TRANSACTION_BEGIN
                  : event.trigger().equals("Trigger")
                      ? ReadingContext.TRIGGER
                      : clock ? ReadingContext.SAMPLE_CLOCK : ReadingContext.SAMPLE_PERIODIC;
      List<SampledValue> sampled = sampled(sample, context, wanted);
      String signed = i < queued.signed().size() ? queued.signed().get(i) : "";
      if (ended && !signed.isEmpty()) {
        sampled.add(
            new SampledValue(
                signed,
                Optional.of(context),
                Optional.of("SignedData"),
                Optional.of("Energy.Active.Import.Register"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
      if (!sampled.isEmpty()) {
        values.add(new MeterValue(sample.at(), sampled));
      }
    }
    return values;
  }

  private static List<SampledValue> sampled(
      MeterSample sample, ReadingContext context, Set<String> wanted) {
    List<SampledValue> all = new ArrayList<>();
    double power = sample.powerWatts();
    all.add(value(sample.importedWh(), "Energy.Active.Import.Register", context, "Wh"));
    all.add(value(sample.exportedWh(), "Energy.Active.Export.Register", context, "Wh"));
    all.add(value(Math.max(0, power), "Power.Active.Import", context, "W"));
    all.add(value(Math.max(0, -power), "Power.Active.Export", context, "W"));
    sample
        .setpointWatts()
        .ifPresent(w -> all.add(value(Math.max(0, w), "Power.Offered", context, "W")));
    int conductors = sample.phaseAmps().size();
    for (int i = 0; i < Math.min(PHASES.length, conductors); i++) {
      double amps = sample.phaseAmps().get(i);
      Optional<Phase> phase = conductors == 1 ? Optional.empty() : Optional.of(PHASES[i]);
      all.add(phased(Math.max(0, amps), "Current.Import", context, phase, "A"));
      all.add(phased(Math.max(0, -amps), "Current.Export", context, phase, "A"));
    }
    int voltages = sample.phaseVolts().size();
    for (int i = 0; i < Math.min(PHASES.length, voltages); i++) {
      Optional<Phase> phase = voltages == 1 ? Optional.empty() : Optional.of(PHASES[i]);
      all.add(phased(sample.phaseVolts().get(i), "Voltage", context, phase, "V"));
    }
    sample
        .socPercent()
        .ifPresent(
            soc ->
                all.add(
                    new SampledValue(
                        text(soc),
                        Optional.of(context),
                        Optional.empty(),
                        Optional.of("SoC"),
                        Optional.empty(),
                        Optional.of(Location.EV),
                        Optional.of("Percent"))));
    sample
        .vehicleVars()
        .ifPresent(
            vars -> {
              all.add(reactive(Math.max(0, vars), "Power.Reactive.Import", context));
              all.add(reactive(Math.max(0, -vars), "Power.Reactive.Export", context));
            });
    all.removeIf(v -> !wanted.contains(v.measurand().orElse("")));
    return all;
  }

  /** Nobody but the vehicle measures it. */
  private static SampledValue reactive(double value, String measurand, ReadingContext context) {
    return new SampledValue(
        text(value),
        Optional.of(context),
        Optional.empty(),
        Optional.of(measurand),
        Optional.empty(),
        Optional.of(Location.EV),
        Optional.of("var"));
  }

  private static SampledValue value(
      double value, String measurand, ReadingContext context, String unit) {
    return phased(value, measurand, context, Optional.empty(), unit);
  }

  private static SampledValue phased(
      double value, String measurand, ReadingContext context, Optional<Phase> phase, String unit) {
    return new SampledValue(
        text(value),
        Optional.of(context),
        Optional.empty(),
        Optional.of(measurand),
        phase,
        Optional.of(Location.OUTLET),
        Optional.of(unit));
  }

  private static String text(double value) {
    return BigDecimal.valueOf(value)
        .setScale(SCALE, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}

package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.device.CoreVariables;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.EndedValue;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.signing.OcmfSigner;
import energy.ebbflow.ocpp.v2.metering.Location;
import energy.ebbflow.ocpp.v2.metering.Measurand;
import energy.ebbflow.ocpp.v2.metering.MeterValue;
import energy.ebbflow.ocpp.v2.metering.Phase;
import energy.ebbflow.ocpp.v2.metering.ReadingContext;
import energy.ebbflow.ocpp.v2.metering.SampledValue;
import energy.ebbflow.ocpp.v2.metering.SignedMeterValue;
import energy.ebbflow.ocpp.v2.metering.UnitOfMeasure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Meter samples as OCPP 2.x meter values. Import and export are never netted. */
final class MeterMapping {
  private static final Phase[] PHASES = {Phase.L1, Phase.L2, Phase.L3};

  private final DeviceModel device;
  private final WireVersion version;
  private final String publicKey;
  private final RecordWriter writer;

  MeterMapping(DeviceModel device, WireVersion version, String publicKey) {
    this.device = device;
    this.version = version;
    this.publicKey = publicKey;
    this.writer = new RecordWriter(version);
  }

  /** All values of an event that the back office wants to hear. */
  List<MeterValue> values(QueuedEvent queued) {
    StationEvent.Transaction event = queued.event();
    Set<String> wanted = new HashSet<>(device.members(measurands(event)));
    List<MeterValue> values = new ArrayList<>();
    values.addAll(new Course(writer).fitting(queued.course(), this::course));
    for (int i = 0; i < event.samples().size(); i++) {
      MeterSample sample = event.samples().get(i);
      String signed = i < queued.signed().size() ? queued.signed().get(i) : "";
      List<SampledValue> sampled = sampled(sample, context(event, i), wanted, signed);
      if (!sampled.isEmpty()) {
        values.add(new MeterValue(sampled, sample.at()));
      }
    }
    return values;
  }

  /** What is told once more with the end; only what begins and ends is signed. */
  private Optional<MeterValue> course(EndedValue value) {
    Key measurands =
        value.clock() ? CoreVariables.ALIGNED_ENDED_MEASURANDS : Variables.TX_ENDED_MEASURANDS;
    List<SampledValue> sampled =
        sampled(
            value.sample(),
            value.clock() ? ReadingContext.SAMPLE_CLOCK : ReadingContext.SAMPLE_PERIODIC,
            new HashSet<>(device.members(measurands)),
            "");
    return sampled.isEmpty()
        ? Optional.empty()
        : Optional.of(new MeterValue(sampled, value.sample().at()));
  }

  /** Values of an outlet without a transaction, as of the clock (J01) or because of a trigger. */
  List<MeterValue> idle(MeterSample sample, boolean triggered) {
    List<SampledValue> sampled =
        sampled(
            sample,
            triggered ? ReadingContext.TRIGGER : ReadingContext.SAMPLE_CLOCK,
            new HashSet<>(device.members(Variables.ALIGNED_MEASURANDS)),
            "");
    return sampled.isEmpty() ? List.of() : List.of(new MeterValue(sampled, sample.at()));
  }

  private static Key measurands(StationEvent.Transaction event) {
    if (event.trigger().equals("MeterValueClock")) {
      return Variables.ALIGNED_MEASURANDS;
    }
    return switch (event.kind()) {
      case STARTED -> Variables.TX_STARTED_MEASURANDS;
      case UPDATED -> Variables.TX_UPDATED_MEASURANDS;
      case ENDED -> Variables.TX_ENDED_MEASURANDS;
    };
  }

  private static ReadingContext context(StationEvent.Transaction event, int index) {
    boolean last = index == event.samples().size() - 1;
    return switch (event.kind()) {
      case STARTED -> ReadingContext.TRANSACTION_BEGIN;
      case ENDED -> last ? ReadingContext.TRANSACTION_END : ReadingContext.SAMPLE_PERIODIC;
      case UPDATED ->
          switch (event.trigger()) {
            case "MeterValuePeriodic" -> ReadingContext.SAMPLE_PERIODIC;
            case "MeterValueClock" -> ReadingContext.SAMPLE_CLOCK;
            case "Trigger" -> ReadingContext.TRIGGER;
            default -> ReadingContext.OTHER;
          };
    };
  }

  private List<SampledValue> sampled(
      MeterSample sample, ReadingContext context, Set<String> wanted, String signed) {
    List<SampledValue> all = new ArrayList<>();
    // The signature covers both registers; it travels with the first of them.
    all.add(
        new SampledValue(
            sample.importedWh(),
            Optional.of(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER),
            Optional.of(context),
            Optional.empty(),
            Optional.of(Location.OUTLET),
            signedValue(signed),
            unit("Wh")));
    all.add(value(sample.exportedWh(), Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, context, "Wh"));
    double power = sample.powerWatts();
    all.add(value(Math.max(0, power), Measurand.POWER_ACTIVE_IMPORT, context, "W"));
    all.add(value(Math.max(0, -power), Measurand.POWER_ACTIVE_EXPORT, context, "W"));
    sample
        .setpointWatts()
        .ifPresent(
            watts ->
                all.add(
                    version == WireVersion.V21
                        ? value(watts, Measurand.POWER_ACTIVE_SETPOINT, context, "W")
                        : value(Math.max(0, watts), Measurand.POWER_OFFERED, context, "W")));
    perPhase(all, sample, context);
    sample
        .socPercent()
        .ifPresent(
            soc ->
                all.add(
                    new SampledValue(
                        soc,
                        Optional.of(Measurand.SOC),
                        Optional.of(context),
                        Optional.empty(),
                        Optional.of(Location.EV),
                        Optional.empty(),
                        unit("Percent"))));
    sample
        .vehicleVars()
        .ifPresent(
            vars -> {
              all.add(reactive(Math.max(0, vars), Measurand.POWER_REACTIVE_IMPORT, context));
              all.add(reactive(Math.max(0, -vars), Measurand.POWER_REACTIVE_EXPORT, context));
            });
    all.removeIf(v -> !wanted.contains(v.measurand().orElseThrow().wire()));
    return all;
  }

  /** Nobody but the vehicle measures it. */
  private static SampledValue reactive(double value, Measurand measurand, ReadingContext context) {
    return new SampledValue(
        value,
        Optional.of(measurand),
        Optional.of(context),
        Optional.empty(),
        Optional.of(Location.EV),
        Optional.empty(),
        unit("var"));
  }

  private static void perPhase(List<SampledValue> all, MeterSample sample, ReadingContext context) {
    for (int i = 0; i < Math.min(PHASES.length, sample.phaseAmps().size()); i++) {
      double amps = sample.phaseAmps().get(i);
      Optional<Phase> phase = phase(i, sample.phaseAmps().size());
      all.add(phased(Math.max(0, amps), Measurand.CURRENT_IMPORT, context, phase, "A"));
      all.add(phased(Math.max(0, -amps), Measurand.CURRENT_EXPORT, context, phase, "A"));
    }
    for (int i = 0; i < Math.min(PHASES.length, sample.phaseVolts().size()); i++) {
      all.add(
          phased(
              sample.phaseVolts().get(i),
              Measurand.VOLTAGE,
              context,
              phase(i, sample.phaseVolts().size()),
              "V"));
    }
  }

  /** One measured conductor is a DC output or an unnamed phase. */
  private static Optional<Phase> phase(int index, int count) {
    return count == 1 ? Optional.empty() : Optional.of(PHASES[index]);
  }

  private static SampledValue value(
      double value, Measurand measurand, ReadingContext context, String unit) {
    return phased(value, measurand, context, Optional.empty(), unit);
  }

  private static SampledValue phased(
      double value,
      Measurand measurand,
      ReadingContext context,
      Optional<Phase> phase,
      String unit) {
    return new SampledValue(
        value,
        Optional.of(measurand),
        Optional.of(context),
        phase,
        Optional.of(Location.OUTLET),
        Optional.empty(),
        unit(unit));
  }

  private static Optional<UnitOfMeasure> unit(String unit) {
    return Optional.of(new UnitOfMeasure(Optional.of(unit), Optional.empty()));
  }

  private Optional<SignedMeterValue> signedValue(String signed) {
    if (signed.isEmpty()) {
      return Optional.empty();
    }
    String data = Base64.getEncoder().encodeToString(signed.getBytes(StandardCharsets.UTF_8));
    return Optional.of(
        new SignedMeterValue(
            data, Optional.of(OcmfSigner.METHOD), OcmfSigner.ENCODING, Optional.of(publicKey)));
  }
}

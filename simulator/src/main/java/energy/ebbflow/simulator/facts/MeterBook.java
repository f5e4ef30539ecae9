package energy.ebbflow.simulator.facts;

import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.Optional;

/** Energy, power, voltage, state of charge. Mutable. */
final class MeterBook {
  /** Less than this is noise, in W. */
  static final double FLOW_WATTS_MIN = 100;

  private Optional<Double> firstImport = Optional.empty();
  private Optional<Double> firstExport = Optional.empty();
  private double lastImport;
  private double lastExport;
  private Optional<Double> socStart = Optional.empty();
  private Optional<Double> socEnd = Optional.empty();
  private boolean socFromVehicle;
  private double wattsMax;
  private double wattsMin;
  private double voltsMax;
  private double ampsMax;
  private double watts;
  private Optional<Double> firstFlow = Optional.empty();

  void take(TraceEvent event) {
    if (!event.is("sample")) {
      return;
    }
    boolean vehicle = event.who().equals("ev");
    event.number("soc").ifPresent(soc -> soc(soc, vehicle));
    if (vehicle) {
      return;
    }
    event
        .number("importedWh")
        .ifPresent(
            value -> {
              firstImport = firstImport.or(() -> Optional.of(value));
              lastImport = value;
            });
    event
        .number("exportedWh")
        .ifPresent(
            value -> {
              firstExport = firstExport.or(() -> Optional.of(value));
              lastExport = value;
            });
    watts = event.number("watts").orElse(watts);
    wattsMax = Math.max(wattsMax, watts);
    wattsMin = Math.min(wattsMin, watts);
    voltsMax = Math.max(voltsMax, event.number("volts").orElse(0.0));
    ampsMax = Math.max(ampsMax, event.number("amps").orElse(0.0));
    if (firstFlow.isEmpty() && Math.abs(watts) >= FLOW_WATTS_MIN) {
      firstFlow = Optional.of(event.t());
    }
  }

  /** The vehicle knows its battery; what the station heard stands in where it does not tell. */
  private void soc(double soc, boolean vehicle) {
    if (vehicle && !socFromVehicle) {
      socFromVehicle = true;
      socStart = Optional.of(soc);
    } else if (socStart.isEmpty()) {
      socStart = Optional.of(soc);
    }
    if (vehicle || !socFromVehicle) {
      socEnd = Optional.of(soc);
    }
  }

  double importedWh() {
    return lastImport - firstImport.orElse(lastImport);
  }

  double exportedWh() {
    return lastExport - firstExport.orElse(lastExport);
  }

  Optional<Double> socStart() {
    return socStart;
  }

  Optional<Double> socEnd() {
    return socEnd;
  }

  double wattsMax() {
    return wattsMax;
  }

  double wattsMin() {
    return wattsMin;
  }

  double voltsMax() {
    return voltsMax;
  }

  double ampsMax() {
    return ampsMax;
  }

  double watts() {
    return watts;
  }

  Optional<Double> firstFlow() {
    return firstFlow;
  }
}

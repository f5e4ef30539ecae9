package energy.ebbflow.ocpp.der;

import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.der.DerCurve;
import energy.ebbflow.ocpp.v2.der.DerSettings;
import energy.ebbflow.ocpp.v2.der.DerUnit;
import energy.ebbflow.ocpp.v2.der.SetDerControl;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a control of a kind that the station carries out must say (R04). Pure. */
final class DerRules {
  /** Our own: nothing is planned further ahead. */
  static final Duration HORIZON = Duration.ofDays(366);

  /** Our own: no grid is beyond, and no meter reads it. */
  private static final double MIN_HERTZ = 40;

  private static final double MAX_HERTZ = 70;

  /** Percent of the nominal voltage. */
  static final double MAX_VOLTS_PERCENT = 200;

  /** Our own: a wait longer than a day is a mistake. */
  static final double MAX_SECONDS = 86_400;

  private DerRules() {}

  /** What is wrong with it; absent where nothing is. */
  static Optional<Refusal> fault(SetDerControl.Request request, Instant now) {
    return shape(request).or(() -> times(request, now)).or(() -> content(request));
  }

  static Refusal wrong(String text) {
    return new Refusal("InvalidValue", text);
  }

  /** R04.FR.16, FR.17: the one field that belongs to the kind. */
  private static Optional<Refusal> shape(SetDerControl.Request request) {
    long fields =
        Stream.of(
                request.curve(),
                request.enterService(),
                request.fixedPFAbsorb(),
                request.fixedPFInject(),
                request.fixedVar(),
                request.freqDroop(),
                request.gradient(),
                request.limitMaxDischarge())
            .filter(Optional::isPresent)
            .count();
    boolean own =
        switch (request.controlType()) {
          case ENTER_SERVICE -> request.enterService().isPresent();
          case FREQ_DROOP -> request.freqDroop().isPresent();
          case FIXED_PF_ABSORB -> request.fixedPFAbsorb().isPresent();
          case FIXED_PF_INJECT -> request.fixedPFInject().isPresent();
          case FIXED_VAR -> request.fixedVar().isPresent();
          case GRADIENTS -> request.gradient().isPresent();
          case LIMIT_MAX_DISCHARGE -> request.limitMaxDischarge().isPresent();
          case FREQ_WATT,
              HF_MUST_TRIP,
              HF_MAY_TRIP,
              HV_MUST_TRIP,
              HV_MOM_CESS,
              HV_MAY_TRIP,
              LF_MUST_TRIP,
              LV_MUST_TRIP,
              LV_MOM_CESS,
              LV_MAY_TRIP,
              POWER_MONITORING_MUST_TRIP,
              VOLT_VAR,
              VOLT_WATT,
              WATT_PF,
              WATT_VAR ->
              request.curve().isPresent();
        };
    return own && fields == 1
        ? Optional.empty()
        : Optional.of(
            wrong("expected the one field of " + request.controlType().wire() + ", got " + fields));
  }

  private static Optional<Refusal> times(SetDerControl.Request request, Instant now) {
    Optional<Instant> start = DerKept.start(request);
    Optional<Double> duration = DerKept.duration(request);
    boolean timeless =
        request.controlType() == DerControl.ENTER_SERVICE
            || request.controlType() == DerControl.GRADIENTS;
    if (request.isDefault()) {
      // R04.FR.13
      return start.isPresent() || duration.isPresent()
          ? Optional.of(wrong("a default control has neither startTime nor duration"))
          : Optional.empty();
    }
    if (timeless) {
      // R04.FR.15
      return Optional.of(wrong(request.controlType().wire() + " exists as a default only"));
    }
    if (start.isEmpty() || duration.isEmpty()) {
      return Optional.of(
          new Refusal("MissingParam", "a scheduled control has startTime and duration"));
    }
    if (!(duration.get() > 0) || duration.get() > HORIZON.toSeconds()) {
      return Optional.of(new Refusal("ValueOutOfRange", "duration: above 0 s, at most 366 days"));
    }
    if (start.get().isAfter(now.plus(HORIZON))) {
      return Optional.of(new Refusal("ValueOutOfRange", "startTime: within 366 days"));
    }
    return DerKept.end(request).filter(until -> !now.isBefore(until)).isPresent()
        ? Optional.of(wrong("the control is over already"))
        : Optional.empty();
  }

  private static Optional<Refusal> content(SetDerControl.Request request) {
    return request
        .curve()
        .flatMap(curve -> curve(request.controlType(), curve))
        .or(() -> request.enterService().flatMap(DerRules::enterService))
        .or(() -> request.freqDroop().flatMap(DerRules::droop))
        .or(() -> request.gradient().flatMap(DerRules::gradient))
        .or(() -> request.limitMaxDischarge().flatMap(DerRules::limit))
        .or(() -> request.fixedPFAbsorb().flatMap(ReactiveRules::factor))
        .or(() -> request.fixedPFInject().flatMap(ReactiveRules::factor))
        .or(() -> request.fixedVar().flatMap(ReactiveRules::fixed));
  }

  private static Optional<Refusal> curve(DerControl kind, DerCurve curve) {
    if (curve.voltageParams().isPresent()) {
      return Optional.of(
          new Refusal("UnsupportedParam", "means of the voltage are not watched here"));
    }
    if (ReactiveRules.CURVES.contains(kind)) {
      return ReactiveRules.curve(kind, curve);
    }
    if (curve.reactivePowerParams().isPresent()) {
      return Optional.of(wrong("reactivePowerParams are of VoltVar"));
    }
    boolean response = kind == DerControl.FREQ_WATT || kind == DerControl.VOLT_WATT;
    // R04.FR.50 to FR.56
    boolean power = curve.yUnit() == DerUnit.PCT_MAX_W || curve.yUnit() == DerUnit.PCT_W_AVAIL;
    if (response ? !power : curve.yUnit() != DerUnit.NOT_APPLICABLE) {
      return Optional.of(
          wrong(
              "yUnit of "
                  + kind.wire()
                  + ": expected "
                  + (response ? "PctMaxW or PctWAvail" : "Not_Applicable")
                  + ", got "
                  + curve.yUnit().wire()));
    }
    if (!response && curve.hysteresis().isPresent()) {
      return Optional.of(
          new Refusal("UnsupportedParam", "the return after a trip is EnterService's"));
    }
    return range("responseTime", curve.responseTime().orElse(0.0), 0, MAX_SECONDS)
        .or(() -> curve.hysteresis().flatMap(h -> hysteresis(kind, h)))
        .or(() -> abscissae(kind, curve.curveData()))
        .or(() -> response ? ordinates(curve.curveData()) : DerCurves.tripFault(kind, curve));
  }

  private static Optional<Refusal> hysteresis(DerControl kind, DerCurve.Hysteresis back) {
    if (back.hysteresisHigh().isEmpty() || back.hysteresisLow().isEmpty()) {
      return Optional.of(
          new Refusal("MissingParam", "hysteresis: hysteresisLow and hysteresisHigh"));
    }
    double low = back.hysteresisLow().get();
    double high = back.hysteresisHigh().get();
    if (!(low < high)) {
      return Optional.of(wrong("hysteresis: hysteresisLow below hysteresisHigh"));
    }
    return abscissa(kind, low)
        .or(() -> abscissa(kind, high))
        .or(() -> range("hysteresisDelay", back.hysteresisDelay().orElse(0.0), 0, MAX_SECONDS))
        .or(() -> range("hysteresisGradient", back.hysteresisGradient().orElse(0.0), 0, 1e6));
  }

  private static Optional<Refusal> abscissae(DerControl kind, List<DerCurve.Point> points) {
    return points.stream()
        .map(point -> abscissa(kind, point.x()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> abscissa(DerControl kind, double x) {
    return switch (kind) {
      case FREQ_WATT, HF_MUST_TRIP, LF_MUST_TRIP -> range("hertz", x, MIN_HERTZ, MAX_HERTZ);
      case POWER_MONITORING_MUST_TRIP -> range("percent of the power", x, 0, MAX_VOLTS_PERCENT);
      default -> range("percent of the voltage", x, 0, MAX_VOLTS_PERCENT);
    };
  }

  private static Optional<Refusal> ordinates(List<DerCurve.Point> points) {
    for (int i = 0; i < points.size(); i++) {
      Optional<Refusal> fault = range("percent of the power", points.get(i).y(), -100, 100);
      if (fault.isPresent()) {
        return fault;
      }
      if (i > 0 && !(points.get(i - 1).x() < points.get(i).x())) {
        return Optional.of(wrong("curveData: x rises from point to point"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> enterService(DerSettings.EnterService enter) {
    if (!(enter.lowFreq() < enter.highFreq()) || !(enter.lowVoltage() < enter.highVoltage())) {
      return Optional.of(wrong("enterService: the low bounds below the high ones"));
    }
    return range("lowFreq", enter.lowFreq(), MIN_HERTZ, MAX_HERTZ)
        .or(() -> range("highFreq", enter.highFreq(), MIN_HERTZ, MAX_HERTZ))
        .or(() -> range("lowVoltage", enter.lowVoltage(), 0, MAX_VOLTS_PERCENT))
        .or(() -> range("highVoltage", enter.highVoltage(), 0, MAX_VOLTS_PERCENT))
        .or(() -> range("delay", enter.delay().orElse(0.0), 0, MAX_SECONDS))
        .or(() -> range("randomDelay", enter.randomDelay().orElse(0.0), 0, MAX_SECONDS))
        .or(() -> range("rampRate", enter.rampRate().orElse(0.0), 0, MAX_SECONDS));
  }

  private static Optional<Refusal> droop(DerSettings.FreqDroop droop) {
    if (!(droop.overDroop() > 0) || !(droop.underDroop() > 0)) {
      return Optional.of(new Refusal("ValuePositiveOnly", "overDroop and underDroop: above 0"));
    }
    if (droop.underFreq() > droop.overFreq()) {
      return Optional.of(wrong("underFreq: at most overFreq"));
    }
    return range("overFreq", droop.overFreq(), MIN_HERTZ, MAX_HERTZ)
        .or(() -> range("underFreq", droop.underFreq(), MIN_HERTZ, MAX_HERTZ))
        .or(() -> range("responseTime", droop.responseTime(), 0, MAX_SECONDS));
  }

  private static Optional<Refusal> gradient(DerSettings.Gradient gradient) {
    return range("gradient", gradient.gradient(), 0, MAX_SECONDS)
        .or(() -> range("softGradient", gradient.softGradient(), 0, MAX_SECONDS));
  }

  private static Optional<Refusal> limit(DerSettings.LimitMaxDischarge limit) {
    if (limit.pctMaxDischargePower().isEmpty() && limit.powerMonitoringMustTrip().isEmpty()) {
      return Optional.of(
          new Refusal("MissingParam", "pctMaxDischargePower or powerMonitoringMustTrip"));
    }
    boolean timed =
        limit
            .powerMonitoringMustTrip()
            .filter(c -> c.startTime().isPresent() || c.duration().isPresent())
            .isPresent();
    if (timed) {
      return Optional.of(
          new Refusal("UnsupportedParam", "the curve holds as long as the limit does"));
    }
    return range("pctMaxDischargePower", limit.pctMaxDischargePower().orElse(0.0), 0, 100)
        .or(
            () ->
                limit
                    .powerMonitoringMustTrip()
                    .flatMap(c -> curve(DerControl.POWER_MONITORING_MUST_TRIP, c)));
  }

  static Optional<Refusal> range(String what, double value, double min, double max) {
    return value >= min && value <= max
        ? Optional.empty()
        : Optional.of(
            new Refusal("ValueOutOfRange", what + ": " + min + " to " + max + ", got " + value));
  }
}

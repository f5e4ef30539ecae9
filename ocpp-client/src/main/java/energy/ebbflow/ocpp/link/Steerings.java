package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.EnergyVariables;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.Steering;
import energy.ebbflow.ocpp.profile.Circumstances;
import energy.ebbflow.ocpp.profile.Ruling;
import energy.ebbflow.ocpp.profile.Together;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an outlet is to find out by itself, from the period that rules and the variables. */
final class Steerings {
  private static final double MILLIS_PER_UNIT = 1_000;

  private static final List<String> BALANCING =
      List.of("UpperThreshold", "LowerThreshold", "UpperOffset", "LowerOffset");

  private Steerings() {}

  /** What the variables say of an outlet; another list is another steering. */
  static List<Double> settings(DeviceModel device, int evse) {
    List<Double> settings = new ArrayList<>();
    if (device.find(EnergyVariables.frequencyThreshold(evse)).isPresent()) {
      settings.add((double) device.number(EnergyVariables.frequencyThreshold(evse)));
    }
    if (device.find(EnergyVariables.balancing(evse, BALANCING.getFirst())).isPresent()) {
      BALANCING.forEach(name -> settings.add(EnergyVariables.watts(device, evse, name)));
    }
    return settings;
  }

  /** Whether an outlet corrects the power of the site's connection by a rule. */
  static boolean balances(DeviceModel device, int evse, Ruling.Rule rule) {
    return rule.mode() == OperationMode.LOCAL_LOAD_BALANCING
        && device.find(EnergyVariables.balancing(evse, BALANCING.getFirst())).isPresent();
  }

  /**
   * What an outlet is to find out.
   *
   * @param sharers outlets that balance the site's connection now
   */
  static Steering of(
      Station station,
      int evse,
      Together sum,
      Circumstances circumstances,
      int sharers,
      Instant now) {
    DeviceModel device = station.device();
    double percent = Double.parseDouble(device.value(EnergyVariables.LIMIT_SIGNIFICANCE));
    if (evse == 0 || sum.leading().isEmpty()) {
      return new Steering(
          Optional.empty(), Optional.empty(), Optional.empty(), false, false, percent);
    }
    Ruling.Rule rule = sum.leading().get();
    ChargingSchedulePeriod period = rule.period();
    return new Steering(
        rule.mode() == OperationMode.LOCAL_FREQUENCY
                && device.find(EnergyVariables.frequencyThreshold(evse)).isPresent()
            ? Optional.of(frequency(station, evse, rule, now))
            : Optional.empty(),
        balances(device, evse, rule)
            ? Optional.of(balancing(device, evse, Math.max(1, sharers)))
            : Optional.empty(),
        rule.schedule()
            .limitAtSoc()
            .map(
                cap ->
                    new Steering.Fullness(
                        cap.soc(),
                        new PowerBounds.Quantity(
                            cap.limit(),
                            rule.unit() == ChargingRateUnit.W
                                ? PowerBounds.Unit.WATT
                                : PowerBounds.Unit.AMPERE))),
        rule.mode() == OperationMode.IDLE && period.evseSleep().orElse(false),
        circumstances.centralSetpointsFirst() && rule.setpoint().isPresent(),
        percent);
  }

  private static Steering.Frequency frequency(
      Station station, int evse, Ruling.Rule rule, Instant now) {
    ChargingSchedulePeriod period = rule.period();
    return new Steering.Frequency(
        period.v2xBaseline().orElse(0.0),
        period.v2xFreqWattCurve().stream()
            .map(p -> new Steering.Frequency.Point(p.frequency(), p.power()))
            .toList(),
        station.energy().signalWatts(rule, now),
        station.device().number(EnergyVariables.frequencyThreshold(evse)) / MILLIS_PER_UNIT);
  }

  private static Steering.Balancing balancing(DeviceModel device, int evse, int sharers) {
    return new Steering.Balancing(
        EnergyVariables.watts(device, evse, "UpperThreshold"),
        EnergyVariables.watts(device, evse, "LowerThreshold"),
        EnergyVariables.watts(device, evse, "UpperOffset"),
        EnergyVariables.watts(device, evse, "LowerOffset"),
        sharers);
  }
}

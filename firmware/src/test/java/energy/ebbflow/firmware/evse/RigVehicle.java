package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.secc.SeccEffect;
import java.util.Optional;

/** What the vehicle of a rig says of itself. */
final class RigVehicle {
  private RigVehicle() {}

  static SeccEffect.VehicleState says(double soc) {
    return says(Optional.of(soc), Optional.empty(), Optional.empty());
  }

  static SeccEffect.VehicleState says(
      Optional<Double> soc, Optional<Double> targetAmps, Optional<Double> energyMinWh) {
    return new SeccEffect.VehicleState(
        soc,
        Optional.empty(),
        Optional.empty(),
        Optional.of(400.0),
        targetAmps,
        Optional.of(20_000.0),
        Optional.of(20_000.0),
        Optional.of(60.0),
        Optional.of(60.0),
        Optional.of(450.0),
        Optional.of(250.0),
        Optional.empty(),
        Optional.empty(),
        energyMinWh,
        Optional.empty());
  }

  /** Asks for a current at a voltage. */
  static SeccEffect.VehicleState asksFor(double amps, double volts) {
    SeccEffect.VehicleState known = says(Optional.of(50.0), Optional.of(amps), Optional.empty());
    return new SeccEffect.VehicleState(
        known.socPercent(),
        known.minimumSocPercent(),
        known.targetSocPercent(),
        Optional.of(volts),
        known.targetAmps(),
        known.chargeWattsMax(),
        known.dischargeWattsMax(),
        known.chargeAmpsMax(),
        known.dischargeAmpsMax(),
        known.voltsMax(),
        known.voltsMin(),
        known.energyTargetWh(),
        known.energyMaxWh(),
        known.energyMinWh(),
        known.departureSeconds());
  }
}

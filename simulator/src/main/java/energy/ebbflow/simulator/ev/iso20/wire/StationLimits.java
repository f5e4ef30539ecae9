package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdResEnergyTransferModeGroup;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdResEnergyTransferModeGroup;
import java.util.Optional;

/**
 * The charger's limits by design, as far as the vehicle judges them.
 *
 * @param chargeWatts most power into the vehicle, of all phases
 * @param dischargeWatts most power out of it, a magnitude; 0 where none was agreed on
 * @param volts highest voltage of a DC charger; 0 for AC
 * @param voltsMin lowest voltage of a DC charger; 0 for AC
 */
public record StationLimits(
    double chargeWatts, double dischargeWatts, double volts, double voltsMin) {

  /** Limits of a DC charger. */
  public static StationLimits of(DcCpdResEnergyTransferModeGroup mode) {
    return switch (mode) {
      case DcCpdResEnergyTransferMode m ->
          new StationLimits(
              m.evseMaximumChargePower().toDouble(),
              0,
              m.evseMaximumVoltage().toDouble(),
              m.evseMinimumVoltage().toDouble());
      case BptDcCpdResEnergyTransferMode m ->
          new StationLimits(
              m.evseMaximumChargePower().toDouble(),
              m.evseMaximumDischargePower().toDouble(),
              m.evseMaximumVoltage().toDouble(),
              m.evseMinimumVoltage().toDouble());
    };
  }

  /** Limits of an AC charger. */
  public static StationLimits of(AcCpdResEnergyTransferModeGroup mode) {
    return switch (mode) {
      case AcCpdResEnergyTransferMode m ->
          new StationLimits(
              sum(
                  m.evseMaximumChargePower(),
                  m.evseMaximumChargePowerL2(),
                  m.evseMaximumChargePowerL3()),
              0,
              0,
              0);
      case BptAcCpdResEnergyTransferMode m ->
          new StationLimits(
              sum(
                  m.evseMaximumChargePower(),
                  m.evseMaximumChargePowerL2(),
                  m.evseMaximumChargePowerL3()),
              sum(
                  m.evseMaximumDischargePower(),
                  m.evseMaximumDischargePowerL2(),
                  m.evseMaximumDischargePowerL3()),
              0,
              0);
    };
  }

  private static double sum(
      RationalNumber first, Optional<RationalNumber> second, Optional<RationalNumber> third) {
    return first.toDouble()
        + second.map(RationalNumber::toDouble).orElse(0.0)
        + third.map(RationalNumber::toDouble).orElse(0.0);
  }

  /** What is wrong with these limits, whatever battery the vehicle has. */
  public Optional<String> problem() {
    return chargeWatts < 0 || dischargeWatts < 0
        ? Optional.of(
            "the charger's power limits are negative: " + chargeWatts + " and " + dischargeWatts)
        : Optional.empty();
  }
}

package energy.ebbflow.iso15118.secc;

import energy.ebbflow.exi.Octets;
import java.util.List;
import java.util.Optional;

/** What a vehicle told the station and the station need not act on to stay safe. */
public sealed interface VehicleWord extends SeccEffect {
  /**
   * The vehicle chose a schedule and said how it will follow it.
   *
   * @param schedule number of the schedule of the {@link PowerPlan}; absent in dynamic control
   * @param planVersion the plan it chose from; absent where the station had none
   * @param steps the power it plans, in order; empty where it said nothing
   * @param toleranceConfirmed it promised to keep within the plan's tolerance; absent where it said
   *     nothing
   */
  record ProfileChosen(
      Optional<Integer> schedule,
      Optional<Integer> planVersion,
      List<ProfileStep> steps,
      Optional<Boolean> toleranceConfirmed)
      implements VehicleWord {
    public ProfileChosen {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step of the power a vehicle plans. It lasts until the next starts.
   *
   * @param startUtcSeconds seconds since 1970
   * @param watts most power it will take, negative where it gives
   */
  record ProfileStep(long startUtcSeconds, double watts) {}

  /**
   * The vehicle leaves the profile it chose.
   *
   * @param watts power measured, signed
   * @param promisedWatts power it promised, signed
   */
  record ProfileViolated(double watts, double promisedWatts) implements VehicleWord {}

  /**
   * The vehicle confirmed the meter's reading.
   *
   * @param importedWattHours the register it confirmed
   * @param exportedWattHours the other one, where it was told
   * @param signature the vehicle's, raw, over the confirmation; absent where it did not sign
   */
  record MeterConfirmed(
      double importedWattHours, Optional<Double> exportedWattHours, Optional<Octets> signature)
      implements VehicleWord {}

  /**
   * Why the vehicle ends or pauses its session, in its own words: from a stranger, to be shortened
   * and escaped by whoever shows them.
   *
   * @param code as its maker defines it, at most 80 characters
   * @param explanation at most 160 characters
   */
  record EndExplained(Optional<String> code, Optional<String> explanation) implements VehicleWord {}

  /** The vehicle rests: contactors open, the session goes on. */
  record StandbyBegun() implements VehicleWord {}

  /** The vehicle comes in, and how far it is: {@code CheckIn}, {@code Processing} ... */
  record CheckedIn(String status, String parkingMethod) implements VehicleWord {}

  /**
   * The vehicle leaves.
   *
   * @param status how far it is, as the standard names it
   * @param leavesUtcSeconds when, seconds since 1970
   */
  record CheckedOut(String status, long leavesUtcSeconds) implements VehicleWord {}

  /**
   * What was agreed with the energy service, as the standard numbers it.
   *
   * @param unifiedChannel one power path for both directions, otherwise two
   * @param gridForming the vehicle forms the grid, otherwise it follows it
   * @param passiveIslanding islanding is detected passively, otherwise actively (AC)
   */
  record BidirectionalTerms(
      boolean unifiedChannel, boolean gridForming, Optional<Boolean> passiveIslanding)
      implements VehicleWord {}

  /** The vehicle wants the energy to go out of it first, otherwise into it. */
  record DirectionChosen(boolean discharge) implements VehicleWord {}

  /** A value-added service was chosen: its number in the standard and the parameter set. */
  record ServiceAdded(int serviceId, int parameterSet) implements VehicleWord {}

  /**
   * The vehicle offers energy at a price.
   *
   * @param currency ISO 4217
   * @param steps the power it offers, negative, in order
   * @param pricePerKwh what it asks for at first
   */
  record EnergyOffered(String currency, List<ProfileStep> steps, double pricePerKwh)
      implements VehicleWord {
    public EnergyOffered {
      steps = List.copyOf(steps);
    }
  }
}

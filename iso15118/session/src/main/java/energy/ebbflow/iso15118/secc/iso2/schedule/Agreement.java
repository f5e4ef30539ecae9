package energy.ebbflow.iso15118.secc.iso2.schedule;

import energy.ebbflow.iso15118.message.iso2.charge.ChargingProfile;
import energy.ebbflow.iso15118.message.iso2.charge.ProfileEntry;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileStep;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import java.util.List;
import java.util.Optional;

/**
 * What was offered to a vehicle over time and what it chose.
 *
 * @param schedules what was offered last; absent before the first offer
 * @param chosen SAScheduleTupleID of its choice; before it, that of the first offered
 * @param profile the power it plans, in order; empty where it said nothing
 */
public record Agreement(Optional<Schedules> schedules, int chosen, List<ProfileStep> profile) {
  /** SAScheduleTupleID where none was offered: the smallest there is [V2G2-773]. */
  private static final int FIRST_TUPLE = 1;

  /** Nothing was offered yet. */
  public static final Agreement NONE = new Agreement(Optional.empty(), FIRST_TUPLE, List.of());

  /** A schedule was chosen in an earlier part of the session [V2G2-740]. */
  public static Agreement of(int tuple) {
    return new Agreement(Optional.empty(), tuple, List.of());
  }

  public Agreement {
    profile = List.copyOf(profile);
  }

  /** Something was offered; what was chosen before is void, but a tuple of that number remains. */
  public Agreement offering(Schedules offer) {
    int first = offer.offered().getFirst().id();
    boolean still = offer.offered().stream().anyMatch(schedule -> schedule.id() == chosen);
    return new Agreement(Optional.of(offer), still ? chosen : first, List.of());
  }

  /** The vehicle chose. */
  public Agreement choosing(int tuple, Optional<ChargingProfile> said) {
    long start = schedules.map(Schedules::startUtcSeconds).orElse(0L);
    List<ProfileStep> steps =
        said.map(ChargingProfile::profileEntry).orElse(List.<ProfileEntry>of()).stream()
            .map(
                entry ->
                    new ProfileStep(
                        start + entry.chargingProfileEntryStart(),
                        Physical.number(entry.chargingProfileEntryMaxPower())))
            .toList();
    return new Agreement(schedules, tuple, steps);
  }

  /** The schedule of this number, where it was offered. */
  public Optional<OfferedSchedule> offered(int tuple) {
    return schedules.stream()
        .flatMap(offer -> offer.offered().stream())
        .filter(schedule -> schedule.id() == tuple)
        .findAny();
  }

  /** The plan that was offered. */
  public Optional<Integer> planVersion() {
    return schedules.flatMap(Schedules::planVersion);
  }

  /** Whether the station has a plan that was not offered. */
  public boolean outdated(Optional<PowerPlan> plan) {
    return plan.map(PowerPlan::version)
        .filter(now -> !planVersion().equals(Optional.of(now)))
        .isPresent();
  }

  /** The most power that was promised for this moment, W; absent where nothing was. */
  public Optional<Double> promisedWatts(long utcSeconds) {
    return schedules.flatMap(
        offer ->
            offered(chosen)
                .map(
                    schedule ->
                        Math.min(
                            schedule.limitAt(utcSeconds - offer.startUtcSeconds()),
                            planned(utcSeconds))));
  }

  private double planned(long utcSeconds) {
    double watts = Double.MAX_VALUE;
    for (ProfileStep step : profile) {
      if (step.startUtcSeconds() <= utcSeconds) {
        watts = step.watts();
      }
    }
    return watts;
  }
}

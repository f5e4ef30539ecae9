package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfile;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The power a vehicle promised (EVPowerProfile).
 *
 * @param schedule the schedule it belongs to; absent in dynamic control
 * @param steps in order, one at least
 * @param endUtcSeconds the first second after it
 * @param toleranceConfirmed whether it keeps within the plan's tolerance; absent where it said
 *     nothing
 */
public record ChosenProfile(
    Optional<Integer> schedule,
    List<ProfileStep> steps,
    long endUtcSeconds,
    Optional<Boolean> toleranceConfirmed) {
  public ChosenProfile {
    steps = List.copyOf(steps);
  }

  /**
   * From the wire. Phases are summed: the plan knows only their sum.
   *
   * @param startUtcSeconds where it starts, on our clock
   */
  static ChosenProfile of(
      EvPowerProfile profile,
      long startUtcSeconds,
      Optional<Integer> schedule,
      Optional<Boolean> toleranceConfirmed) {
    List<ProfileStep> steps = new ArrayList<>();
    long start = startUtcSeconds;
    for (PowerScheduleEntry entry : profile.evPowerProfileEntries().evPowerProfileEntry()) {
      double watts =
          entry.power().toDouble()
              + entry.powerL2().map(RationalNumber::toDouble).orElse(0d)
              + entry.powerL3().map(RationalNumber::toDouble).orElse(0d);
      steps.add(new ProfileStep(start, watts));
      start += entry.duration();
    }
    return new ChosenProfile(schedule, steps, start, toleranceConfirmed);
  }

  /** What it promised for this second; empty before and after. */
  public Optional<Double> wattsAt(long utcSeconds) {
    if (utcSeconds >= endUtcSeconds) {
      return Optional.empty();
    }
    Optional<Double> found = Optional.empty();
    for (ProfileStep step : steps) {
      if (step.startUtcSeconds() <= utcSeconds) {
        found = Optional.of(step.watts());
      }
    }
    return found;
  }
}

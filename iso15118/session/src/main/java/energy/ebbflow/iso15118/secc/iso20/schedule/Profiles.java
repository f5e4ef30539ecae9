package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.DynamicEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfile;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerToleranceAcceptance;
import energy.ebbflow.iso15118.message.iso20.power.ScheduledEvpptControlMode;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.iso15118.secc.PowerPlan.Schedule;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.VehicleWord.ProfileStep;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.Iso20Data;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the power profile that a vehicle sends with PowerDelivery. A vehicle without one is
 * taken: the element is optional, and real cars leave it out.
 */
public final class Profiles {
  /** Numbers of the wire are rounded, by us and by the vehicle: this much is no violation. */
  private static final double ROUNDING = 0.01;

  private static final double ROUNDING_WATTS = 10;

  /**
   * A vehicle repeats the schedule it was told, but from the start of its power on, a cable check
   * later. So much of an overlap with the next interval is no violation, s; in the loop the limits
   * of the moment hold anyway.
   */
  static final long SLIP_SECONDS = 60;

  private Profiles() {}

  /**
   * What became of a profile.
   *
   * @param refusal why it is not taken; the rest counts only without one
   * @param effects what the domain is told
   */
  public record Checked(
      Optional<Outcome.Refuse> refusal, Iso20Data data, List<SeccEffect> effects) {}

  /** Checks the profile of a request that starts, or goes on with, the power. */
  public static Checked check(PowerDeliveryRequest request, Turn turn) {
    if (request.evPowerProfile().isEmpty()) {
      return new Checked(Optional.empty(), turn.data(), List.of());
    }
    EvPowerProfile profile = request.evPowerProfile().get();
    ControlMode selected = turn.data().chosen().mode();
    return switch (profile.evpptControlMode()) {
      case DynamicEvpptControlMode dynamic ->
          selected == ControlMode.DYNAMIC
              ? promise(
                  turn,
                  ChosenProfile.of(
                      profile, profile.timeAnchor(), Optional.empty(), Optional.empty()))
              : wrongMode(turn, selected);
      case ScheduledEvpptControlMode scheduled ->
          selected == ControlMode.SCHEDULED
              ? scheduled(profile, scheduled, turn)
              : wrongMode(turn, selected);
    };
  }

  private static Checked scheduled(
      EvPowerProfile profile, ScheduledEvpptControlMode mode, Turn turn) {
    Optional<PowerPlan> told = turn.data().planning().told();
    Optional<Schedule> schedule = told.flatMap(p -> p.schedule(mode.selectedScheduleTupleId()));
    if (told.isEmpty() || schedule.isEmpty()) {
      return refuse(
          turn,
          ResponseCode.FAILED_SCHEDULE_SELECTION_INVALID,
          "schedule "
              + mode.selectedScheduleTupleId()
              + " selected, offered were "
              + told.map(p -> p.schedules().stream().map(Schedule::id).toList()).orElse(List.of()));
    }
    PowerPlan plan = told.get();
    Optional<Boolean> confirmed =
        mode.powerToleranceAcceptance()
            .map(word -> word == PowerToleranceAcceptance.POWER_TOLERANCE_CONFIRMED);
    if (plan.toleranceWatts().isPresent()
        && turn.config().iso20().toleranceRequired()
        && !confirmed.orElse(false)) {
      return refuse(
          turn,
          ResponseCode.FAILED_POWER_TOLERANCE_NOT_CONFIRMED,
          "the vehicle does not promise to keep within "
              + plan.toleranceWatts().get()
              + " W of its profile");
    }
    ChosenProfile chosen =
        ChosenProfile.of(
            profile, start(profile, plan), Optional.of(schedule.get().id()), confirmed);
    return above(chosen, plan, schedule.get())
        .map(why -> refuse(turn, ResponseCode.FAILED_EV_POWER_PROFILE_INVALID, why))
        .orElseGet(() -> promise(turn, chosen));
  }

  /** A vehicle whose clock is another one than ours counts from the start of the schedule. */
  private static long start(EvPowerProfile profile, PowerPlan plan) {
    long anchor = profile.timeAnchor();
    long length =
        profile.evPowerProfileEntries().evPowerProfileEntry().stream()
            .mapToLong(entry -> entry.duration())
            .sum();
    boolean apart = anchor >= plan.endUtcSeconds() || anchor + length <= plan.startUtcSeconds();
    return apart ? plan.startUtcSeconds() : anchor;
  }

  /** Names the first step that is above its schedule. Before and after the plan all is allowed. */
  private static Optional<String> above(ChosenProfile chosen, PowerPlan plan, Schedule schedule) {
    for (int i = 0; i < chosen.steps().size(); i++) {
      ProfileStep step = chosen.steps().get(i);
      long end =
          i + 1 < chosen.steps().size()
              ? chosen.steps().get(i + 1).startUtcSeconds()
              : chosen.endUtcSeconds();
      for (int k = 0; k < schedule.intervals().size(); k++) {
        Interval interval = schedule.intervals().get(k);
        long from = plan.startUtcSeconds() + interval.startSeconds();
        long until = from + PowerSchedules.seconds(plan, schedule, k);
        double limit = step.watts() < 0 ? interval.dischargeWattsMax() : interval.chargeWattsMax();
        long overlap = Math.min(end, until) - Math.max(step.startUtcSeconds(), from);
        boolean slip =
            overlap <= SLIP_SECONDS
                && overlap < until - from
                && overlap < end - step.startUtcSeconds();
        if (overlap > 0
            && !slip
            && Math.abs(step.watts()) > limit + Math.max(ROUNDING_WATTS, ROUNDING * limit)) {
          return Optional.of(
              "step "
                  + (i + 1)
                  + " of the power profile has "
                  + step.watts()
                  + " W, schedule "
                  + schedule.id()
                  + " allows "
                  + limit
                  + " W then");
        }
      }
    }
    return Optional.empty();
  }

  private static Checked promise(Turn turn, ChosenProfile chosen) {
    List<SeccEffect> told = new ArrayList<>();
    told.add(
        new VehicleWord.ProfileChosen(
            chosen.schedule(),
            turn.data()
                .planning()
                .told()
                .map(PowerPlan::version)
                .filter(version -> version != Schedules.NO_PLAN),
            chosen.steps(),
            chosen.toleranceConfirmed()));
    return new Checked(
        Optional.empty(), turn.data().withPlanning(turn.data().planning().promising(chosen)), told);
  }

  private static Checked wrongMode(Turn turn, ControlMode selected) {
    return refuse(
        turn,
        ResponseCode.FAILED_EV_POWER_PROFILE_INVALID,
        "power profile of another control mode, selected was " + selected);
  }

  private static Checked refuse(Turn turn, ResponseCode code, String reason) {
    return new Checked(Optional.of(new Outcome.Refuse(code, reason)), turn.data(), List.of());
  }
}

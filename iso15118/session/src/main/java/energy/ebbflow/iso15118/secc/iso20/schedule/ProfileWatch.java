package energy.ebbflow.iso15118.secc.iso20.schedule;

import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.Outlook.AcOutlook;
import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.Iso20Data;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a vehicle in scheduled control keeps to what it promised [V2G20-1864]. It is looked at
 * only where the plan has a tolerance and the vehicle confirmed it. Less power than promised is no
 * violation: it may be the station that gives less.
 */
public final class ProfileWatch {
  /**
   * Our own: a vehicle is warned at once, and refused when it does not come back within this time,
   * ns. Converters and people need some seconds; a minute is no slip any more.
   */
  public static final long PATIENCE_NANOS = 60_000_000_000L;

  private ProfileWatch() {}

  /**
   * What was seen.
   *
   * @param code of the response: OK, a warning, or a failure
   * @param reason why it is not OK
   */
  public record Seen(ResponseCode code, String reason, Iso20Data data, List<SeccEffect> effects) {}

  /** Looks at the power of this moment. */
  public static Seen look(Turn turn) {
    Planning planning = turn.data().planning();
    Optional<Double> tolerance = planning.told().flatMap(PowerPlan::toleranceWatts);
    Optional<Double> promised =
        planning.profile().flatMap(profile -> profile.wattsAt(turn.view().utcSeconds()));
    Optional<Double> watts = watts(turn);
    boolean watched =
        turn.data().chosen().mode() == ControlMode.SCHEDULED
            && planning.profile().flatMap(ChosenProfile::toleranceConfirmed).orElse(false);
    if (!watched || tolerance.isEmpty() || promised.isEmpty() || watts.isEmpty()) {
      return kept(turn);
    }
    double most = Math.max(promised.get(), 0) + tolerance.get();
    double least = Math.min(promised.get(), 0) - tolerance.get();
    return watts.get() > most || watts.get() < least
        ? broken(turn, watts.get(), promised.get())
        : kept(turn);
  }

  private static Seen kept(Turn turn) {
    Iso20Data data = turn.data();
    return new Seen(
        ResponseCode.OK,
        "",
        data.planning().violatedSinceNanos().isPresent()
            ? data.withPlanning(data.planning().violatedSince(OptionalLong.empty()))
            : data,
        List.of());
  }

  private static Seen broken(Turn turn, double watts, double promised) {
    Planning planning = turn.data().planning();
    String reason = "the vehicle promised " + promised + " W, measured are " + watts + " W";
    if (planning.violatedSinceNanos().isEmpty()) {
      return new Seen(
          ResponseCode.WARNING_EV_POWER_PROFILE_VIOLATION,
          reason,
          turn.data().withPlanning(planning.violatedSince(OptionalLong.of(turn.nowNanos()))),
          List.of(new VehicleWord.ProfileViolated(watts, promised)));
    }
    boolean over = turn.reached(planning.violatedSinceNanos().getAsLong() + PATIENCE_NANOS);
    return new Seen(
        over
            ? ResponseCode.FAILED_EV_POWER_PROFILE_VIOLATION
            : ResponseCode.WARNING_EV_POWER_PROFILE_VIOLATION,
        reason + " for " + PATIENCE_NANOS / 1_000_000_000L + " s",
        turn.data(),
        List.of());
  }

  /** What the station measures, signed; absent on an AC outlet whose meter tells no power. */
  private static Optional<Double> watts(Turn turn) {
    EvseView view = turn.view();
    return turn.data().chosen().service().isDc()
        ? Optional.of(view.volts() * view.amps())
        : view.outlook().ac().flatMap(AcOutlook::presentWatts).map(PhaseValues::sum);
  }
}

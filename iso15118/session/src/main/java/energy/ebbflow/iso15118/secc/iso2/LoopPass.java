package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.status.EvseNotification;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.iso15118.secc.iso2.schedule.ProfileWatch;
import energy.ebbflow.iso15118.secc.iso2.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What both charge loops look at with every request: notification, receipt, profile.
 *
 * @param memory what the loop remembers from now on
 * @param notification what the station asks of the vehicle
 * @param receipt the vehicle shall confirm the meter's reading
 * @param effects what the station has to hear
 */
public record LoopPass(
    LoopMemory memory, EvseNotification notification, boolean receipt, List<SeccEffect> effects) {
  /** A station that asks for a receipt now and then does so no more often, ns. */
  private static final long RECEIPT_PAUSE = Duration.ofSeconds(10).toNanos();

  public LoopPass {
    effects = List.copyOf(effects);
  }

  /** One request of the loop. */
  public static LoopPass of(Iso2Turn turn) {
    LoopMemory memory = renegotiation(turn.data().loop(), turn);
    boolean asked = asks(memory, turn);
    EvseNotification notification =
        turn.view().stop().isPresent()
            ? EvseNotification.STOP_CHARGING
            : asked ? EvseNotification.RE_NEGOTIATION : EvseNotification.NONE;
    boolean receipt = receiptDue(memory, turn);
    if (receipt || memory.receiptNanos().isEmpty()) {
      // The first interval begins with the loop.
      memory = memory.askingReceipt(turn.nowNanos());
    }
    ProfileWatch before = memory.watch();
    Optional<SeccEffect> violated = Optional.empty();
    Optional<Double> watts = measuredWatts(turn);
    Optional<Double> promised = turn.data().agreement().promisedWatts(turn.view().utcSeconds());
    if (watts.isPresent() && promised.isPresent()) {
      ProfileWatch after =
          before.seeing(
              watts.get(), promised.get(), tolerance(turn, promised.get()), turn.nowNanos());
      memory = memory.with(after);
      if (after.told() && !before.told()) {
        violated = Optional.of(new VehicleWord.ProfileViolated(watts.get(), promised.get()));
      }
    }
    return new LoopPass(memory, notification, receipt, violated.stream().toList());
  }

  /** The vehicle renegotiates: what it was asked for is done. */
  public static Iso2Data answered(Iso2Turn turn) {
    LoopMemory memory = turn.data().loop();
    return memory.renegotiationVersion().isEmpty()
        ? turn.data()
        : turn.data()
            .withLoop(
                memory.asking(
                    turn.nowNanos() - Iso2Timing.RENEGOTIATION_PATIENCE,
                    memory.renegotiationVersion().getAsInt()));
  }

  private static LoopMemory renegotiation(LoopMemory memory, Iso2Turn turn) {
    Outlook outlook = turn.view().outlook();
    Optional<PowerPlan> ahead = outlook.plan().flatMap(plan -> plan.from(turn.view().utcSeconds()));
    boolean wanted =
        turn.data().agreement().outdated(ahead)
            || outlook.ask().equals(Optional.of(Outlook.Ask.SCHEDULE_RENEGOTIATION));
    if (!wanted) {
      return memory.content();
    }
    int version = ahead.map(PowerPlan::version).orElse(0);
    return memory.renegotiationVersion().equals(OptionalInt.of(version))
        ? memory
        : memory.asking(turn.nowNanos(), version);
  }

  private static boolean asks(LoopMemory memory, Iso2Turn turn) {
    return memory.renegotiationNanos().isPresent()
        && turn.nowNanos() - memory.renegotiationNanos().getAsLong()
            < Iso2Timing.RENEGOTIATION_PATIENCE;
  }

  private static boolean receiptDue(LoopMemory memory, Iso2Turn turn) {
    Optional<Integer> every = turn.config().iso2().receiptSeconds();
    if (every.isEmpty() || turn.config().meterId().isEmpty() || memory.receiptNanos().isEmpty()) {
      return false;
    }
    long since = turn.nowNanos() - memory.receiptNanos().getAsLong();
    boolean wanted =
        turn.view().outlook().ask().equals(Optional.of(Outlook.Ask.METERING_CONFIRMATION));
    return since >= Duration.ofSeconds(every.get()).toNanos() || wanted && since >= RECEIPT_PAUSE;
  }

  /** Power at the outlet; absent where an AC outlet does not measure it. */
  private static Optional<Double> measuredWatts(Iso2Turn turn) {
    return turn.data().dc()
        ? Optional.of(turn.view().volts() * turn.view().amps())
        : turn.view().outlook().ac().flatMap(ac -> ac.presentWatts()).map(watts -> watts.sum());
  }

  private static double tolerance(Iso2Turn turn, double promisedWatts) {
    return turn.data()
        .agreement()
        .schedules()
        .flatMap(Schedules::tolerance)
        .orElse(ProfileWatch.tolerance(promisedWatts));
  }
}

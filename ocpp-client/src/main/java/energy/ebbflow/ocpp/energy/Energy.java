package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.device.ClockVariables;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.EnergyVariables;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.NeedsAnswer.Verdict;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.profile.ActiveTransaction;
import energy.ebbflow.ocpp.profile.Circumstances;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.profile.Ruling;
import energy.ebbflow.ocpp.time.Correction;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.upkeep.Service;
import energy.ebbflow.ocpp.v2.energy.ScheduleUpdate;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The energy services of the link. Confined to the link's thread. */
public final class Energy implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(Energy.class);

  private final ProfileShelf shelf;
  private final DeviceModel device;
  private final int outlets;
  private final Consumer<Effect> effects;
  private final DynamicUpdates dynamic;
  private final ExternalSystem external;
  private final Regulation regulation = new Regulation();
  private final Set<String> priority = new HashSet<>();
  private final Map<Integer, Double> soc = new HashMap<>();
  private final Absence absence;
  private boolean online;

  /** Makes the services of a station with so many outlets. */
  public Energy(ProfileShelf shelf, DeviceModel device, int outlets, Consumer<Effect> effects) {
    this.shelf = shelf;
    this.device = device;
    this.outlets = outlets;
    this.effects = effects;
    this.dynamic = new DynamicUpdates(shelf);
    this.external = new ExternalSystem(shelf, device);
    this.absence = new Absence(shelf.presence());
  }

  /** What decides about profiles beside the time. */
  public Circumstances circumstances() {
    Set<Integer> chargingOnly = new HashSet<>();
    IntStream.rangeClosed(1, outlets)
        .filter(evse -> !device.flag(EnergyVariables.v2xEnabled(evse)))
        .forEach(chargingOnly::add);
    ProfileBook book = shelf.profiles();
    return new Circumstances(
        // What no profile asks for changes nothing.
        absence.since().filter(since -> absenceCounts()),
        priority,
        book.installed().stream()
                .anyMatch(i -> i.profile().chargingSchedule().getFirst().limitAtSoc().isPresent())
            ? soc
            : Map.of(),
        ZoneId.of(device.value(ClockVariables.TIME_ZONE)),
        chargingOnly,
        device.value(EnergyVariables.SETPOINT_PRIORITY).equals(EnergyVariables.CSMS));
  }

  private boolean absenceCounts() {
    return shelf.profiles().installed().stream()
        .anyMatch(i -> i.profile().maxOfflineDuration().isPresent());
  }

  /** The outlets say something. */
  public void hear(StationEvent.OfEnergy event, Moment now) {
    switch (event) {
      case StationEvent.ChargingNeeds needs -> tell(new EnergyNotice.Needs(needs, now.instant()));
      case StationEvent.ExternalWord word -> {
        external.hear(word, now.instant());
        external.apply(now.instant());
      }
      case StationEvent.PriorityWish wish -> wish(wish);
      case StationEvent.VehicleSchedule plan ->
          tell(
              new EnergyNotice.Plan(
                  plan, ruling(plan.evse(), now.instant()).rule().map(Ruling.Rule::schedule)));
    }
  }

  /** A transaction goes on, or is over: its priority and its vehicle's state go with it. */
  public void follow(StationEvent.Transaction event) {
    if (event.kind() == StationEvent.Transaction.Kind.ENDED) {
      priority.remove(event.transaction());
      soc.remove(event.evse());
    } else if (!event.samples().isEmpty()) {
      event.samples().getLast().socPercent().ifPresent(percent -> soc.put(event.evse(), percent));
    }
  }

  /** The back office is gone; the first word counts. */
  public void lost(Instant now) {
    absence.began(now, online);
    online = false;
  }

  /** The time was wrong (decision 0210). Any thread. */
  public void corrected(Correction correction) {
    absence.corrected(correction);
  }

  /** The disk is told now and then, and only where a profile asks for it. */
  private void seen(Instant now) {
    if (online && absenceCounts()) {
      absence.seen(now);
    }
  }

  @Override
  public void accepted(Moment now) {
    Circumstances before = circumstances();
    // K01.FR.102: whoever must not come back after such an absence is forgotten.
    shelf.profiles(
        shelf
            .profiles()
            .without(
                i ->
                    i.profile().invalidAfterOfflineDuration().orElse(false)
                        && ProfileBook.lost(i.profile(), before)
                            .filter(end -> !now.instant().isBefore(end))
                            .isPresent()));
    // What the disk knows is of an absence that is over.
    absence.ended(now.instant());
    online = true;
    external.again();
    external.news().forEach(this::tell);
  }

  @Override
  public void tick(Moment now) {
    if (!online) {
      lost(now.instant());
    }
    seen(now.instant());
    external.apply(now.instant());
    if (online) {
      external.news().forEach(this::tell);
      dynamic.due(now.instant()).forEach(id -> tell(new EnergyNotice.Pull(id)));
    }
    if (!signalWanted(now.instant())) {
      regulation.forget();
    }
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    Optional<Instant> pull = online ? dynamic.nextDue(now.instant()) : Optional.empty();
    Optional<Instant> seen =
        online && absenceCounts()
            ? Optional.of(absence.nextSeen().orElse(now.instant()))
            : Optional.empty();
    return Stream.of(pull, external.nextEnd(), seen)
        .flatMap(Optional::stream)
        .mapToLong(due -> now.nanos() + now.nanosUntil(due))
        .min();
  }

  /** When something begins that nobody else wakes up for. */
  public Optional<Instant> due(Instant now) {
    return regulation.next(now);
  }

  // ---- what the back office asks for

  /** New values for a dynamic profile (K28). */
  public Optional<Refusal> update(int profile, ScheduleUpdate update, Instant now) {
    return dynamic.apply(profile, update, now);
  }

  /** What becomes of a wish for priority (K21). */
  public enum PriorityResult {
    DONE,
    NO_TRANSACTION,
    NO_PROFILE
  }

  /** Gives a transaction priority, or takes it back (K21; K22 from the station itself). */
  public PriorityResult priority(String transaction, boolean active) {
    Optional<ActiveTransaction> running =
        shelf.active().stream().filter(t -> t.id().equals(transaction)).findFirst();
    if (running.isEmpty()) {
      return PriorityResult.NO_TRANSACTION;
    }
    if (active && !shelf.profiles().hasPriorityProfile(running.get().evse())) {
      return PriorityResult.NO_PROFILE;
    }
    boolean changes = active ? priority.add(transaction) : priority.remove(transaction);
    if (changes) {
      tell(new EnergyNotice.Priority(transaction, active));
    }
    return PriorityResult.DONE;
  }

  /** K22: as K21, but the person at the station is told what became of it. */
  private void wish(StationEvent.PriorityWish wish) {
    PriorityResult result =
        shelf.active().stream()
            .filter(t -> t.evse() == wish.evse())
            .findFirst()
            .map(t -> priority(t.id(), wish.active()))
            .orElse(PriorityResult.NO_TRANSACTION);
    Optional<String> refusal =
        switch (result) {
          case DONE -> Optional.empty();
          case NO_TRANSACTION -> Optional.of("no transaction runs at this outlet");
          case NO_PROFILE -> Optional.of("the operator has set no profile for priority");
        };
    effects.accept(
        new Effect.Command(
            new BackOfficeCommand.PriorityAnswer(wish.evse(), wish.active(), refusal)));
  }

  /** A signal of the grid operator (Q08.FR.10, .11); refused where no outlet follows it. */
  public Optional<Refusal> signal(Instant at, int signal, Instant now) {
    if (!signalWanted(now)) {
      return Optional.of(
          new Refusal("NoSignalWattCurve", "no v2xSignalWattCurve of LocalFrequency is active"));
    }
    return regulation.add(at, signal)
        ? Optional.empty()
        : Optional.of(new Refusal("TooManyElements", "too many signals lie ahead"));
  }

  private boolean signalWanted(Instant now) {
    return IntStream.rangeClosed(1, outlets)
        .anyMatch(
            evse ->
                ruling(evse, now)
                    .rule()
                    .filter(rule -> rule.mode() == OperationMode.LOCAL_FREQUENCY)
                    .filter(rule -> !rule.period().v2xSignalWattCurve().isEmpty())
                    .isPresent());
  }

  /** What the signal adds for a period, in W. */
  public double signalWatts(Ruling.Rule rule, Instant now) {
    return rule.period().v2xSignalWattCurve().isEmpty()
        ? 0
        : regulation
            .at(now)
            .map(signal -> Regulation.watts(rule.period().v2xSignalWattCurve(), signal))
            .orElse(0.0);
  }

  /** Whose word a profile is (K09). */
  public Optional<String> source(int profile) {
    return external.source(profile);
  }

  private Ruling ruling(int evse, Instant now) {
    Optional<ActiveTransaction> running =
        shelf.active().stream().filter(t -> t.evse() == evse).findFirst();
    return shelf.profiles().outlet(evse, running, now, circumstances());
  }

  // ---- what the back office says

  @Override
  public void heard(Notice notice, NoticeAnswer answer, Moment now) {
    if (!(notice instanceof Notice.Energy(EnergyNotice about))
        || !(answer instanceof NoticeAnswer.Energy(EnergyAnswer said))) {
      return;
    }
    switch (said) {
      case EnergyAnswer.Pulled pulled -> {
        if (about instanceof EnergyNotice.Pull pull) {
          dynamic
              .apply(pull.profile(), pulled.update(), now.instant())
              .ifPresent(
                  refusal ->
                      LOG.warn("new values of profile {}: {}", pull.profile(), refusal.text()));
        }
      }
      case EnergyAnswer.NothingNew _ -> LOG.warn("the back office has no new values: {}", about);
      case EnergyAnswer.OfNeeds needs -> answer(about, needs.verdict());
      case EnergyAnswer.Noted _ -> {}
    }
  }

  @Override
  public void unheard(Notice notice, Moment now) {
    if (notice instanceof Notice.Energy(EnergyNotice about)) {
      switch (about) {
        case EnergyNotice.Needs _ -> answer(about, Verdict.UNHEARD);
        case EnergyNotice.Limit limit -> external.unheard(limit);
        case EnergyNotice.LimitCleared cleared -> external.unheard(cleared);
        case EnergyNotice.Pull _, EnergyNotice.Priority _, EnergyNotice.Plan _ -> {}
      }
    }
  }

  private void answer(EnergyNotice about, Verdict verdict) {
    if (about instanceof EnergyNotice.Needs needs) {
      effects.accept(
          new Effect.Command(new BackOfficeCommand.NeedsAnswer(needs.needs().evse(), verdict)));
    }
  }

  private void tell(EnergyNotice notice) {
    effects.accept(new Effect.Tell(new Notice.Energy(notice)));
  }
}

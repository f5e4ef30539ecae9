package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The installed profiles. Immutable; bounded by {@link ProfileLimits#entries}. */
public record ProfileBook(List<Installed> installed) {
  public ProfileBook {
    installed = List.copyOf(installed);
  }

  public static ProfileBook empty() {
    return new ProfileBook(List.of());
  }

  /** With one more; one of the same id is replaced (K01.FR.05). */
  public ProfileBook with(Installed added) {
    List<Installed> next = new ArrayList<>(installed);
    next.removeIf(i -> i.profile().id() == added.profile().id());
    next.add(added);
    return new ProfileBook(next);
  }

  /** Without those that match. */
  public ProfileBook without(Predicate<Installed> gone) {
    return new ProfileBook(installed.stream().filter(gone.negate()).toList());
  }

  /** A transaction is over: its profiles go with it (K01.FR.36). */
  public ProfileBook transactionEnded(String transaction) {
    return without(
        i ->
            i.profile().chargingProfilePurpose() == ChargingProfilePurpose.TX_PROFILE
                && i.profile().transactionId().equals(Optional.of(transaction)));
  }

  /** The station's own bound in usual circumstances. */
  public Ruling station(Instant at) {
    return station(at, Circumstances.USUAL);
  }

  /** The station's own bound: ChargingStationMaxProfile. */
  public Ruling station(Instant at, Circumstances circumstances) {
    return highest(
        i ->
            i.profile().chargingProfilePurpose()
                == ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE,
        at,
        frame(Optional.empty(), at, circumstances),
        circumstances);
  }

  /**
   * What external systems say (K11, K12): each binds, whoever spoke first before the others.
   *
   * @param evse counts from 1; 0 is the whole station
   */
  public List<Ruling> external(int evse, Instant at, Circumstances circumstances) {
    return installed.stream()
        .filter(
            i ->
                i.profile().chargingProfilePurpose()
                        == ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
                    && i.evse() == evse)
        .sorted(Comparator.comparing((Installed i) -> i.profile().id()).reversed())
        .map(
            i ->
                highest(
                    other -> other == i,
                    at,
                    frame(Optional.empty(), at, circumstances),
                    circumstances))
        .toList();
  }

  /** What is generated here and comes on top of every limit (K27). */
  public Ruling generation(int evse, Instant at, Circumstances circumstances) {
    return highest(
        i ->
            i.profile().chargingProfilePurpose() == ChargingProfilePurpose.LOCAL_GENERATION
                && (i.evse() == evse || i.evse() == 0),
        at,
        frame(Optional.empty(), at, circumstances),
        circumstances);
  }

  /** What rules at one EVSE in usual circumstances. */
  public Ruling outlet(int evse, Optional<ActiveTransaction> transaction, Instant at) {
    return outlet(evse, transaction, at, Circumstances.USUAL);
  }

  /**
   * What rules at one EVSE: the PriorityCharging profile where its transaction has priority (K21),
   * or else the TxProfile of its transaction, or else the TxDefaultProfile (K01, section 3.6 of
   * block K). Of several the highest stack level that says something rules.
   */
  public Ruling outlet(
      int evse, Optional<ActiveTransaction> transaction, Instant at, Circumstances circumstances) {
    Course.Frame frame = frame(transaction, at, circumstances);
    Ruling priority =
        transaction
            .filter(t -> circumstances.priority().contains(t.id()))
            .map(t -> highest(i -> hasPriority(i, evse), at, frame, circumstances))
            .orElse(Ruling.NOTHING);
    if (priority.rule().isPresent()) {
      return priority;
    }
    Ruling own =
        transaction
            .map(t -> highest(i -> belongsTo(i, t), at, frame, circumstances))
            .orElse(Ruling.NOTHING);
    Optional<Instant> until = Course.earlier(priority.until(), own.until());
    if (own.rule().isPresent()) {
      return new Ruling(own.rule(), until);
    }
    Ruling common =
        highest(
            i ->
                i.profile().chargingProfilePurpose() == ChargingProfilePurpose.TX_DEFAULT_PROFILE
                    && (i.evse() == evse || i.evse() == 0),
            at,
            frame,
            circumstances);
    return new Ruling(common.rule(), Course.earlier(until, common.until()));
  }

  /** Whether a transaction at this EVSE can be given priority (K21.FR.01). */
  public boolean hasPriorityProfile(int evse) {
    return installed.stream().anyMatch(i -> hasPriority(i, evse));
  }

  private static boolean hasPriority(Installed i, int evse) {
    return i.profile().chargingProfilePurpose() == ChargingProfilePurpose.PRIORITY_CHARGING
        && (i.evse() == evse || i.evse() == 0);
  }

  private static Course.Frame frame(
      Optional<ActiveTransaction> transaction, Instant at, Circumstances circumstances) {
    return new Course.Frame(
        transaction.map(ActiveTransaction::startedAt).orElse(at),
        transaction.map(ActiveTransaction::id).orElse(""),
        circumstances.zone());
  }

  /** A profile with other values in its place; nothing where there is none of this id. */
  public ProfileBook replaced(ChargingProfile changed) {
    return new ProfileBook(
        installed.stream()
            .map(i -> i.profile().id() == changed.id() ? new Installed(i.evse(), changed) : i)
            .toList());
  }

  private static boolean belongsTo(Installed i, ActiveTransaction transaction) {
    return i.profile().chargingProfilePurpose() == ChargingProfilePurpose.TX_PROFILE
        && i.evse() == transaction.evse()
        && i.profile().transactionId().equals(Optional.of(transaction.id()));
  }

  /** Of two at the same level the one for this EVSE goes before the one for all, then the newer. */
  private static final Comparator<Installed> RANK =
      Comparator.<Installed>comparingInt(i -> i.profile().stackLevel())
          .thenComparingInt(i -> i.evse() == 0 ? 0 : 1)
          .thenComparingInt(i -> i.profile().id())
          .reversed();

  private Ruling highest(
      Predicate<Installed> wanted, Instant at, Course.Frame frame, Circumstances circumstances) {
    Optional<Instant> until = Optional.empty();
    for (Installed candidate : installed.stream().filter(wanted).sorted(RANK).toList()) {
      ChargingProfile profile = candidate.profile();
      Optional<Instant> lost = lost(profile, circumstances);
      if (lost.isPresent() && !at.isBefore(lost.get())) {
        continue;
      }
      Course.Word word = Course.at(profile, at, frame);
      until = Course.earlier(until, Course.earlier(word.until(), lost));
      if (word.period().isPresent()) {
        return new Ruling(Optional.of(new Ruling.Rule(profile, word.period().get())), until);
      }
    }
    return new Ruling(Optional.empty(), until);
  }

  /** K01.FR.101: when the absence of the back office makes a profile invalid. */
  public static Optional<Instant> lost(ChargingProfile profile, Circumstances circumstances) {
    return circumstances
        .offlineSince()
        .flatMap(since -> profile.maxOfflineDuration().map(since::plusSeconds));
  }
}

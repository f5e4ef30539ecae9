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

  /** The station's own bound: ChargingStationMaxProfile. */
  public Ruling station(Instant at) {
    return highest(
        i ->
            i.profile().chargingProfilePurpose()
                == ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE,
        at,
        at);
  }

  /**
   * What rules at one EVSE: the TxProfile of its transaction, or else the TxDefaultProfile (K01,
   * section 3.5 of block K). Of several the highest stack level that says something rules.
   */
  public Ruling outlet(int evse, Optional<ActiveTransaction> transaction, Instant at) {
    Instant relative = transaction.map(ActiveTransaction::startedAt).orElse(at);
    Ruling own =
        transaction
            .map(t -> highest(i -> belongsTo(i, t), at, relative))
            .orElseGet(() -> new Ruling(Optional.empty(), Optional.empty()));
    Ruling common =
        highest(
            i ->
                i.profile().chargingProfilePurpose() == ChargingProfilePurpose.TX_DEFAULT_PROFILE
                    && (i.evse() == evse || i.evse() == 0),
            at,
            relative);
    if (own.rule().isPresent()) {
      return own;
    }
    return new Ruling(common.rule(), Course.earlier(own.until(), common.until()));
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

  private Ruling highest(Predicate<Installed> wanted, Instant at, Instant relativeStart) {
    Optional<Instant> until = Optional.empty();
    for (Installed candidate : installed.stream().filter(wanted).sorted(RANK).toList()) {
      ChargingProfile profile = candidate.profile();
      Course.Word word = Course.at(profile, at, relativeStart);
      until = Course.earlier(until, word.until());
      if (word.period().isPresent()) {
        return new Ruling(Optional.of(new Ruling.Rule(profile, word.period().get())), until);
      }
    }
    return new Ruling(Optional.empty(), until);
  }
}

package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.LimitAtSoc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of K01 (and Q for 2.1) that a profile must keep before it is installed. Pure. */
public final class ProfileValidator {
  private final ProfileLimits limits;

  public ProfileValidator(ProfileLimits limits) {
    this.limits = limits;
  }

  /**
   * Checks a profile against the ones that are installed and the transactions that run.
   *
   * @param pendingStart the profile came with a remote start: its transaction is still to come
   */
  public Optional<Refusal> check(
      Installed candidate,
      List<Installed> installed,
      List<ActiveTransaction> transactions,
      boolean pendingStart) {
    return purpose(candidate, transactions, pendingStart)
        .or(() -> times(candidate.profile()))
        .or(() -> kind(candidate.profile()))
        .or(() -> schedules(candidate))
        .or(() -> place(candidate, installed));
  }

  private Optional<Refusal> purpose(
      Installed candidate, List<ActiveTransaction> transactions, boolean pendingStart) {
    ChargingProfile profile = candidate.profile();
    int evse = candidate.evse();
    if (evse > limits.evseCount()) {
      return refuse("UnknownEvse", "EVSE 0 to " + limits.evseCount() + ", got " + evse);
    }
    if (profile.id() <= limits.externalIdMax()) {
      // K01.FR.81: these are the station's own.
      return refuse(
          "InvalidProfileId", "an id above " + limits.externalIdMax() + ", got " + profile.id());
    }
    return switch (profile.chargingProfilePurpose()) {
      case CHARGING_STATION_EXTERNAL_CONSTRAINTS ->
          // K01.FR.22: these come from outside OCPP only.
          refuse("InvalidProfile", "external constraints are not set by the back office");
      case CHARGING_STATION_MAX_PROFILE ->
          evse == 0
              ? Optional.empty()
              : refuse("InvalidValue", "ChargingStationMaxProfile is for EVSE 0, got " + evse);
      case TX_DEFAULT_PROFILE -> Optional.empty();
      case TX_PROFILE ->
          pendingStart ? withoutTransaction(profile) : ofTransaction(candidate, transactions);
      case PRIORITY_CHARGING -> priority(profile);
      case LOCAL_GENERATION -> Optional.empty();
    };
  }

  /** K01.FR.70: it lasts until the transaction ends or priority is taken back. */
  private static Optional<Refusal> priority(ChargingProfile profile) {
    boolean ends = profile.chargingSchedule().stream().anyMatch(s -> s.duration().isPresent());
    return ends
        ? refuse("InvalidSchedule", "a PriorityCharging profile has no duration")
        : Optional.empty();
  }

  private static Optional<Refusal> withoutTransaction(ChargingProfile profile) {
    // F01.FR.11: a profile of a remote start cannot know its transaction.
    return profile.transactionId().isPresent()
        ? refuse("InvalidValue", "a profile of a remote start has no transactionId")
        : Optional.empty();
  }

  private static Optional<Refusal> ofTransaction(
      Installed candidate, List<ActiveTransaction> transactions) {
    if (candidate.evse() == 0) {
      return refuse("InvalidValue", "TxProfile is for one EVSE, got 0");
    }
    Optional<String> id = candidate.profile().transactionId();
    if (id.isEmpty()) {
      return refuse("MissingParam", "TxProfile needs a transactionId");
    }
    boolean runs =
        transactions.stream()
            .anyMatch(t -> t.evse() == candidate.evse() && t.id().equals(id.get()));
    return runs
        ? Optional.empty()
        : refuse("TxNotFound", "no such transaction on EVSE " + candidate.evse());
  }

  private static Optional<Refusal> times(ChargingProfile profile) {
    boolean never =
        profile
            .validFrom()
            .filter(from -> profile.validTo().filter(to -> !to.isAfter(from)).isPresent())
            .isPresent();
    if (never) {
      return refuse("InvalidProfile", "validTo after validFrom");
    }
    if (profile.maxOfflineDuration().filter(seconds -> seconds < 0).isPresent()) {
      return refuse("InvalidValue", "a maxOfflineDuration of at least 0 s");
    }
    return profile.dynUpdateInterval().filter(seconds -> seconds < 0).isPresent()
        ? refuse("InvalidValue", "a dynUpdateInterval of at least 0 s")
        : Optional.empty();
  }

  private static Optional<Refusal> kind(ChargingProfile profile) {
    boolean pulls = profile.dynUpdateInterval().isPresent() || profile.dynUpdateTime().isPresent();
    if (pulls && profile.chargingProfileKind() != ChargingProfileKind.DYNAMIC) {
      // K01.FR.122, K28.FR.04.
      return refuse("InvalidProfile", "dynUpdateInterval and dynUpdateTime are for Dynamic only");
    }
    boolean anchored =
        profile.chargingSchedule().stream().allMatch(s -> s.startSchedule().isPresent());
    return switch (profile.chargingProfileKind()) {
      case ABSOLUTE ->
          anchored
              ? Optional.empty()
              : refuse("MissingParam", "an absolute profile needs startSchedule");
      case RECURRING -> {
        if (profile.recurrencyKind().isEmpty()) {
          yield refuse("MissingParam", "a recurring profile needs recurrencyKind");
        }
        yield anchored
            ? Optional.empty()
            : refuse("MissingParam", "a recurring profile needs startSchedule");
      }
      case RELATIVE -> relative(profile);
      case DYNAMIC -> {
        boolean one =
            profile.chargingSchedule().size() == 1
                && profile.chargingSchedule().getFirst().chargingSchedulePeriod().size() == 1;
        yield one
            ? Optional.empty()
            : refuse("InvalidSchedule", "a dynamic profile has one schedule with one period");
      }
    };
  }

  private static Optional<Refusal> relative(ChargingProfile profile) {
    if (profile.chargingProfilePurpose() == ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE) {
      // K01.FR.38: there is no transaction to count from.
      return refuse("InvalidProfile", "ChargingStationMaxProfile cannot be relative");
    }
    boolean anchored =
        profile.chargingSchedule().stream().anyMatch(s -> s.startSchedule().isPresent());
    return anchored
        ? refuse("InvalidSchedule", "a relative profile has no startSchedule")
        : Optional.empty();
  }

  private Optional<Refusal> schedules(Installed candidate) {
    ChargingProfile profile = candidate.profile();
    ChargingProfilePurpose purpose = profile.chargingProfilePurpose();
    if (profile.chargingSchedule().size() > 1
        && profile.chargingProfilePurpose() != ChargingProfilePurpose.TX_PROFILE) {
      return refuse("InvalidSchedule", "only a TxProfile may offer several schedules");
    }
    for (ChargingSchedule schedule : profile.chargingSchedule()) {
      boolean delayed = schedule.randomizedDelay().orElse(0) > 0;
      if (delayed
          && purpose != ChargingProfilePurpose.TX_PROFILE
          && purpose != ChargingProfilePurpose.TX_DEFAULT_PROFILE) {
        // K01.FR.95.
        return refuse("InvalidSchedule", "only Tx(Default)Profiles are delayed by chance");
      }
      Optional<Refusal> refusal = schedule(schedule);
      if (refusal.isPresent()) {
        return refusal;
      }
      PeriodRules rules =
          new PeriodRules(purpose, schedule.chargingRateUnit(), limits.of(candidate.evse()));
      for (ChargingSchedulePeriod period : schedule.chargingSchedulePeriod()) {
        refusal = rules.check(period);
        if (refusal.isPresent()) {
          // Q08.FR.03: which part of it is wrong.
          return refuse(
              refusal.get().reasonCode(),
              refusal.get().text()
                  + ", schedule "
                  + schedule.id()
                  + ", startPeriod "
                  + period.startPeriod());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> schedule(ChargingSchedule schedule) {
    Optional<Double> atSoc = schedule.limitAtSoc().map(LimitAtSoc::limit);
    if (Stream.of(schedule.minChargingRate(), atSoc)
        .anyMatch(v -> v.filter(value -> value < 0).isPresent())) {
      return refuse("InvalidValue", "a minChargingRate and a limit of at least 0");
    }
    Optional<Refusal> huge = PeriodRules.huge(Stream.of(schedule.minChargingRate(), atSoc));
    if (huge.isPresent()) {
      return huge;
    }
    List<ChargingSchedulePeriod> periods = schedule.chargingSchedulePeriod();
    if (periods.size() > limits.periodsPerSchedule()) {
      return refuse(
          "TooManyElements",
          "at most " + limits.periodsPerSchedule() + " periods, got " + periods.size());
    }
    if (schedule.duration().isPresent() && schedule.duration().get() <= 0) {
      return refuse("InvalidSchedule", "a duration above 0 s, got " + schedule.duration().get());
    }
    if (periods.isEmpty() || periods.getFirst().startPeriod() != 0) {
      // K01.FR.31.
      return refuse("InvalidSchedule", "the first period starts at 0");
    }
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i).startPeriod() <= periods.get(i - 1).startPeriod()) {
        // K01.FR.35.
        return refuse("InvalidSchedule", "periods start one after the other");
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> place(Installed candidate, List<Installed> installed) {
    ChargingProfile profile = candidate.profile();
    if (profile.stackLevel() > limits.maxStackLevel()) {
      return refuse(
          "InvalidStackLevel", "0 to " + limits.maxStackLevel() + ", got " + profile.stackLevel());
    }
    boolean replaces = installed.stream().anyMatch(i -> i.profile().id() == profile.id());
    if (!replaces && installed.size() >= limits.entries()) {
      return refuse("TooManyElements", "at most " + limits.entries() + " profiles are kept");
    }
    // K01.FR.06 and .39: two of the same place and level cannot both rule.
    boolean twin = installed.stream().anyMatch(i -> twins(candidate, i));
    return twin
        ? refuse("DuplicateProfile", "another profile has this purpose and stack level")
        : Optional.empty();
  }

  private static boolean twins(Installed a, Installed b) {
    ChargingProfile one = a.profile();
    ChargingProfile other = b.profile();
    // K01.FR.52, .53: a default for all is one of each, too.
    boolean samePlace =
        a.evse() == b.evse()
            || (one.chargingProfilePurpose() == ChargingProfilePurpose.TX_DEFAULT_PROFILE
                && (a.evse() == 0 || b.evse() == 0));
    return one.id() != other.id()
        && samePlace
        && one.stackLevel() == other.stackLevel()
        && one.chargingProfilePurpose() == other.chargingProfilePurpose()
        && one.transactionId().equals(other.transactionId())
        && overlap(one, other);
  }

  private static boolean overlap(ChargingProfile one, ChargingProfile other) {
    return !endsBefore(one, other) && !endsBefore(other, one);
  }

  private static boolean endsBefore(ChargingProfile one, ChargingProfile other) {
    return one.validTo().isPresent()
        && other.validFrom().isPresent()
        && !one.validTo().get().isAfter(other.validFrom().get());
  }

  static Optional<Refusal> refuse(String code, String text) {
    return Optional.of(new Refusal(code, text));
  }
}

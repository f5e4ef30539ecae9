package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.EnergyVariables;
import energy.ebbflow.ocpp.domain.StationEvent.ExternalWord;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.v2.energy.ScheduleUpdate;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What external systems say (K11 to K13, K27, K29, Q05, Q06), as charging profiles of the station's
 * own, or as the values of a profile of the back office that waits for them. Such profiles have
 * negative identifiers and do not survive a restart.
 */
final class ExternalSystem {
  private static final Logger LOG = LoggerFactory.getLogger(ExternalSystem.class);

  /** Sources, EVSEs and generation: more at once is a mistake. */
  static final int WORDS_MAX = 64;

  private static final double PERCENT = 100;

  private record Place(String source, int evse, boolean localGeneration) {
    static Place of(ExternalWord word) {
      return new Place(word.source(), word.evse(), word.localGeneration());
    }
  }

  private record Said(int id, ExternalWord word, Instant at) {
    /** The limits in it, without what is wanted; absent where it has none. */
    Optional<Said> limits() {
      return word.chargeWattsMax().isEmpty() && word.dischargeWattsMax().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Said(
                  id,
                  new ExternalWord(
                      word.source(),
                      word.evse(),
                      word.chargeWattsMax(),
                      word.dischargeWattsMax(),
                      Optional.empty(),
                      word.localGeneration(),
                      word.gridCritical(),
                      word.until()),
                  at));
    }
  }

  private final ProfileShelf shelf;
  private final DeviceModel device;
  private final Map<Place, Said> said = new LinkedHashMap<>();

  /** What the back office was told last; bounded like {@link #said}. */
  private final Map<Place, ExternalWord> told = new LinkedHashMap<>();

  /** What it did not hear, and ends that it did not hear: told again when it is back. */
  private final Set<Place> missed = new HashSet<>();

  private final Set<Place> missedEnds = new HashSet<>();

  /** Whose word counts; a word that the back office forbids does not. */
  private final Map<Place, Said> applied = new LinkedHashMap<>();

  private int lastId;

  ExternalSystem(ProfileShelf shelf, DeviceModel device) {
    this.shelf = shelf;
    this.device = device;
  }

  /** An external system speaks, or takes back its word. */
  void hear(ExternalWord word, Instant now) {
    Place place = Place.of(word);
    if (word.silent()) {
      said.remove(place);
    } else if (said.size() >= WORDS_MAX && !said.containsKey(place)) {
      LOG.error("more than {} external limits; one of {} is not heard", WORDS_MAX, word.source());
    } else {
      int id = said.containsKey(place) ? said.get(place).id() : nextId();
      said.put(place, new Said(id, word, now));
    }
  }

  private int nextId() {
    lastId--;
    return lastId;
  }

  /** When a word ends by itself. */
  Optional<Instant> nextEnd() {
    return said.values().stream().flatMap(s -> s.word().until().stream()).min(Instant::compareTo);
  }

  /** Brings the profiles to what is said now; the book is the same one where nothing changed. */
  void apply(Instant now) {
    said.values().removeIf(s -> s.word().until().filter(until -> !now.isBefore(until)).isPresent());
    ProfileBook before = shelf.profiles();
    ProfileBook next = before.without(i -> i.profile().id() < 0);
    applied.clear();
    for (Said one : allowed()) {
      List<Installed> hosts = hosts(next, one.word());
      if (!hosts.isEmpty()) {
        applied.put(Place.of(one.word()), one);
        for (Installed host : hosts) {
          next = next.replaced(hosted(host, one));
        }
        // A limit holds whatever becomes of the host: it may be of one outlet, or not rule now.
        Optional<Said> limits = one.limits();
        if (limits.isPresent() && !device.flag(EnergyVariables.EXTERNAL_PROFILE_DISALLOWED)) {
          next = next.with(own(limits.get()));
        }
      } else if (!device.flag(EnergyVariables.EXTERNAL_PROFILE_DISALLOWED)) {
        applied.put(Place.of(one.word()), one);
        next = next.with(own(one));
      }
    }
    if (!sameProfiles(next, before)) {
      shelf.hold(next);
    }
  }

  /** The order of profiles says nothing. */
  private static boolean sameProfiles(ProfileBook a, ProfileBook b) {
    return a.installed().size() == b.installed().size() && a.installed().containsAll(b.installed());
  }

  private List<Said> allowed() {
    return device.flag(EnergyVariables.EXTERNAL_SIGNALS) ? List.copyOf(said.values()) : List.of();
  }

  /** K29.FR.03: dynamic profiles of the back office that leave their values to somebody else. */
  private static List<Installed> hosts(ProfileBook book, ExternalWord word) {
    return book.installed().stream()
        .filter(i -> !word.localGeneration() && i.profile().id() >= 0)
        .filter(i -> word.evse() == 0 || i.evse() == word.evse())
        .filter(i -> i.profile().chargingProfileKind() == ChargingProfileKind.DYNAMIC)
        .filter(
            i ->
                switch (i.profile().chargingProfilePurpose()) {
                  case TX_PROFILE, TX_DEFAULT_PROFILE -> true;
                  case CHARGING_STATION_MAX_PROFILE,
                      CHARGING_STATION_EXTERNAL_CONSTRAINTS,
                      PRIORITY_CHARGING,
                      LOCAL_GENERATION ->
                      false;
                })
        .filter(
            i ->
                switch (mode(i.profile())) {
                  case EXTERNAL_SETPOINT -> word.setpointWatts().isPresent();
                  case EXTERNAL_LIMITS ->
                      word.chargeWattsMax().isPresent() || word.dischargeWattsMax().isPresent();
                  case IDLE,
                      CHARGING_ONLY,
                      CENTRAL_SETPOINT,
                      CENTRAL_FREQUENCY,
                      LOCAL_FREQUENCY,
                      LOCAL_LOAD_BALANCING ->
                      false;
                })
        .toList();
  }

  private static OperationMode mode(ChargingProfile profile) {
    return profile
        .chargingSchedule()
        .getFirst()
        .chargingSchedulePeriod()
        .getFirst()
        .operationMode()
        .orElse(OperationMode.CHARGING_ONLY);
  }

  /** Q05.FR.05, .06: the values of the external system in the profile of the back office. */
  private ChargingProfile hosted(Installed host, Said one) {
    ChargingProfile profile = host.profile();
    ExternalWord word = one.word();
    ChargingRateUnit unit = profile.chargingSchedule().getFirst().chargingRateUnit();
    Electrical electrical = shelf.electrical(host.evse());
    boolean setpoint = mode(profile) == OperationMode.EXTERNAL_SETPOINT;
    Optional<Double> none = Optional.empty();
    ScheduleUpdate update =
        new ScheduleUpdate(
            setpoint ? none : in(word.chargeWattsMax(), unit, electrical),
            none,
            none,
            setpoint
                ? none
                : in(word.dischargeWattsMax(), unit, electrical).map(v -> v == 0 ? 0.0 : -v),
            none,
            none,
            setpoint ? in(word.setpointWatts(), unit, electrical) : none,
            none,
            none,
            none,
            none,
            none);
    Instant updated =
        profile.dynUpdateTime().filter(time -> time.isAfter(one.at())).orElse(one.at());
    return Periods.updated(profile, update, updated);
  }

  private static Optional<Double> in(
      Optional<Double> watts, ChargingRateUnit unit, Electrical electrical) {
    return watts.map(v -> electrical.convert(v, ChargingRateUnit.W, unit, 0));
  }

  /** K29.FR.04, Q06.FR.02, .04, K27.FR.01. */
  private Installed own(Said one) {
    ExternalWord word = one.word();
    return new Installed(
        word.evse(),
        Periods.own(
            one.id(),
            0,
            word.localGeneration()
                ? ChargingProfilePurpose.LOCAL_GENERATION
                : ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS,
            word.until(),
            schedule(one.id(), word),
            one.at()));
  }

  private static ChargingSchedule schedule(int id, ExternalWord word) {
    return Periods.schedule(
        -id,
        Optional.empty(),
        Optional.empty(),
        List.of(
            Periods.period(
                0,
                word.chargeWattsMax(),
                word.dischargeWattsMax(),
                word.setpointWatts(),
                Optional.of(
                    word.setpointWatts().isPresent()
                        ? OperationMode.EXTERNAL_SETPOINT
                        : OperationMode.EXTERNAL_LIMITS))));
  }

  /** Whose word a profile is; absent where it is the back office's. */
  Optional<String> source(int profile) {
    return said.values().stream()
        .filter(s -> s.id() == profile)
        .map(s -> s.word().source())
        .findFirst();
  }

  /** What the back office has to hear, once it listens. */
  List<EnergyNotice> news() {
    List<EnergyNotice> news = new ArrayList<>();
    for (Place gone : told.keySet().stream().filter(p -> !applied.containsKey(p)).toList()) {
      told.remove(gone);
      news.add(new EnergyNotice.LimitCleared(gone.evse(), gone.source()));
    }
    double significance = Double.parseDouble(device.value(EnergyVariables.LIMIT_SIGNIFICANCE));
    boolean schedules = device.flag(EnergyVariables.NOTIFY_WITH_SCHEDULES);
    applied.forEach(
        (place, one) -> {
          ExternalWord before = told.get(place);
          if (before == null || differs(before, one.word(), significance)) {
            told.put(place, one.word());
            news.add(
                new EnergyNotice.Limit(
                    place.evse(),
                    place.source(),
                    place.localGeneration(),
                    one.word().gridCritical(),
                    schedules ? Optional.of(schedule(one.id(), one.word())) : Optional.empty()));
          }
        });
    return news;
  }

  /** It was not heard, or is not understood; it is told again when the back office is back. */
  void unheard(EnergyNotice.Limit limit) {
    missed.add(new Place(limit.source(), limit.evse(), limit.localGeneration()));
  }

  /** The same for the end of one. */
  void unheard(EnergyNotice.LimitCleared cleared) {
    missedEnds.add(new Place(cleared.source(), cleared.evse(), false));
  }

  /** The back office is back: {@link #news} has what it missed. */
  void again() {
    told.keySet().removeAll(missed);
    for (Place end : missedEnds) {
      told.putIfAbsent(
          end,
          new ExternalWord(
              end.source(),
              end.evse(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              false,
              Optional.empty()));
    }
    missed.clear();
    missedEnds.clear();
  }

  private static boolean differs(ExternalWord a, ExternalWord b, double significance) {
    return a.gridCritical() != b.gridCritical()
        || differs(a.chargeWattsMax(), b.chargeWattsMax(), significance)
        || differs(a.dischargeWattsMax(), b.dischargeWattsMax(), significance)
        || differs(a.setpointWatts(), b.setpointWatts(), significance);
  }

  /** SC.03: by more than that percentage of what it was. */
  static boolean differs(Optional<Double> a, Optional<Double> b, double significance) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent() != b.isPresent();
    }
    double change = Math.abs(a.get() - b.get());
    return change > 0 && change > Math.abs(a.get()) * significance / PERCENT;
  }
}

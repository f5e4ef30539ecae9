package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.energy.Periods;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Composite;
import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.smartcharging.ChargingProfileCriterion;
import energy.ebbflow.ocpp.v2.smartcharging.ChargingProfileStatus;
import energy.ebbflow.ocpp.v2.smartcharging.ClearChargingProfile;
import energy.ebbflow.ocpp.v2.smartcharging.ClearChargingProfileStatus;
import energy.ebbflow.ocpp.v2.smartcharging.CompositeSchedule;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.smartcharging.GetChargingProfileStatus;
import energy.ebbflow.ocpp.v2.smartcharging.GetChargingProfiles;
import energy.ebbflow.ocpp.v2.smartcharging.GetCompositeSchedule;
import energy.ebbflow.ocpp.v2.smartcharging.ProfileFilter;
import energy.ebbflow.ocpp.v2.smartcharging.ReportChargingProfiles;
import energy.ebbflow.ocpp.v2.smartcharging.SetChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Charging profiles: set, clear, report, add up (block K). */
final class ProfileRequests {
  /** What no external system says is the back office's. */
  private static final String SOURCE = "CSO";

  /** Longest composite schedule, a week. */
  private static final int MAX_SECONDS = 7 * 86_400;

  private final Requests requests;
  private final Station station;

  ProfileRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(SetChargingProfile.ACTION, this::set);
    requests.on(ClearChargingProfile.ACTION, this::clear);
    requests.on(GetChargingProfiles.ACTION, this::report);
    requests.on(GetCompositeSchedule.ACTION, this::composite);
  }

  static Installed extended(Installed installed, WireVersion version) {
    return new Installed(installed.evse(), extended(installed.profile(), version));
  }

  /** In 2.0.1 the vendor's data of a period counts; in 2.1 the standard has its own fields. */
  static ChargingProfile extended(ChargingProfile p, WireVersion version) {
    if (version != WireVersion.V201) {
      return p;
    }
    return new ChargingProfile(
        p.id(),
        p.stackLevel(),
        p.chargingProfilePurpose(),
        p.chargingProfileKind(),
        p.recurrencyKind(),
        p.validFrom(),
        p.validTo(),
        p.transactionId(),
        p.maxOfflineDuration(),
        p.chargingSchedule().stream().map(ProfileRequests::extended).toList(),
        p.invalidAfterOfflineDuration(),
        p.dynUpdateInterval(),
        p.dynUpdateTime(),
        p.priceScheduleSignature());
  }

  private static ChargingSchedule extended(ChargingSchedule s) {
    return withPeriods(
        s, s.chargingSchedulePeriod().stream().map(VendorExtension::applied).toList());
  }

  private static ChargingSchedule withPeriods(
      ChargingSchedule s, List<ChargingSchedulePeriod> periods) {
    return new ChargingSchedule(
        s.id(),
        s.limitAtSoc(),
        s.startSchedule(),
        s.duration(),
        s.chargingRateUnit(),
        s.minChargingRate(),
        s.powerTolerance(),
        s.signatureId(),
        s.digestValue(),
        s.useLocalTime(),
        periods,
        s.randomizedDelay(),
        s.salesTariff(),
        s.absolutePriceSchedule(),
        s.priceLevelSchedule());
  }

  private Reply set(SetChargingProfile.Request request, Instant now) {
    Installed candidate =
        extended(
            new Installed(request.evseId(), Periods.stamped(request.chargingProfile(), now)),
            requests.version());
    Optional<Refusal> refusal = station.install(candidate);
    if (refusal.isPresent()) {
      return requests.reply(
          new SetChargingProfile.Response(
              ChargingProfileStatus.REJECTED,
              Infos.info(refusal.get().reasonCode(), refusal.get().text())));
    }
    return requests.reply(
        new SetChargingProfile.Response(ChargingProfileStatus.ACCEPTED, Optional.empty()),
        new FollowUp.ProfilesChanged());
  }

  private Reply clear(ClearChargingProfile.Request request, Instant now) {
    Predicate<Installed> gone =
        request
            .chargingProfileId()
            .<Predicate<Installed>>map(id -> i -> i.profile().id() == id)
            .orElseGet(() -> i -> matches(i, request.chargingProfileCriteria()));
    // K10: what an external system says is not the back office's to clear.
    ProfileBook left = station.profiles().without(i -> i.profile().id() >= 0 && gone.test(i));
    boolean any = left.installed().size() < station.profiles().installed().size();
    station.profiles(left);
    return requests.reply(
        new ClearChargingProfile.Response(
            any ? ClearChargingProfileStatus.ACCEPTED : ClearChargingProfileStatus.UNKNOWN,
            Optional.empty()),
        new FollowUp.ProfilesChanged());
  }

  private static boolean matches(Installed i, Optional<ProfileFilter> filter) {
    if (filter.isEmpty()) {
      return true;
    }
    ProfileFilter f = filter.get();
    ChargingProfile profile = i.profile();
    return f.evseId().map(id -> id == i.evse()).orElse(true)
        && f.chargingProfilePurpose().map(p -> p == profile.chargingProfilePurpose()).orElse(true)
        && f.stackLevel().map(l -> l == profile.stackLevel()).orElse(true);
  }

  private Reply report(GetChargingProfiles.Request request, Instant now) {
    Map<Place, List<ChargingProfile>> places = new TreeMap<>();
    for (Installed i : station.profiles().installed()) {
      Optional<ChargingProfile> told =
          requests.version() == WireVersion.V201
              ? Periods.forV201(i.profile())
              : Optional.of(i.profile());
      if (told.isPresent() && wanted(i, request)) {
        Place place = new Place(i.evse(), source(i));
        places.computeIfAbsent(place, any -> new ArrayList<>()).add(told.get());
      }
    }
    if (places.isEmpty()) {
      return requests.reply(
          new GetChargingProfiles.Response(GetChargingProfileStatus.NO_PROFILES, Optional.empty()));
    }
    List<FollowUp> reports = new ArrayList<>();
    int left = places.size();
    for (Map.Entry<Place, List<ChargingProfile>> entry : places.entrySet()) {
      left--;
      reports.add(
          requests.send(
              ReportChargingProfiles.ACTION,
              new ReportChargingProfiles.Request(
                  request.requestId(),
                  entry.getKey().source(),
                  entry.getValue(),
                  Optional.of(left > 0),
                  entry.getKey().evse())));
    }
    return requests.reply(
        new GetChargingProfiles.Response(GetChargingProfileStatus.ACCEPTED, Optional.empty()),
        reports.toArray(FollowUp[]::new));
  }

  /** Profiles of one EVSE and one source are told together. */
  private record Place(int evse, String source) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparingInt(Place::evse).thenComparing(Place::source).compare(this, other);
    }
  }

  /** Whose profile it is (ChargingLimitSourceEnumType). */
  private String source(Installed i) {
    return station.energy().source(i.profile().id()).orElse(SOURCE);
  }

  private boolean wanted(Installed i, GetChargingProfiles.Request request) {
    ChargingProfileCriterion c = request.chargingProfile();
    ChargingProfile profile = i.profile();
    return request.evseId().map(id -> id == i.evse()).orElse(true)
        && (c.chargingProfileId().isEmpty() || c.chargingProfileId().contains(profile.id()))
        && c.chargingProfilePurpose().map(p -> p == profile.chargingProfilePurpose()).orElse(true)
        && c.stackLevel().map(l -> l == profile.stackLevel()).orElse(true)
        && (c.chargingLimitSource().isEmpty() || c.chargingLimitSource().contains(source(i)));
  }

  private Reply composite(GetCompositeSchedule.Request request, Instant now) {
    int evse = request.evseId();
    if (evse > station.config().outlets().size()) {
      return refuseComposite("UnknownEvse", "no EVSE " + evse);
    }
    if (request.duration() < 1 || request.duration() > MAX_SECONDS) {
      return refuseComposite(
          "InvalidValue", "a duration of 1 to " + MAX_SECONDS + " s, got " + request.duration());
    }
    ChargingRateUnit unit = request.chargingRateUnit().orElse(ChargingRateUnit.W);
    Instant start = now.truncatedTo(ChronoUnit.SECONDS);
    Composite.Sum sum = station.composite(evse, start, request.duration(), unit);
    return requests.reply(
        new GetCompositeSchedule.Response(
            GenericStatus.ACCEPTED,
            Optional.empty(),
            Optional.of(
                new CompositeSchedule(
                    evse,
                    sum.seconds(),
                    start,
                    unit,
                    sum.spans().stream().map(this::period).toList()))));
  }

  private Reply refuseComposite(String code, String text) {
    return requests.reply(
        new GetCompositeSchedule.Response(
            GenericStatus.REJECTED, Infos.info(code, text), Optional.empty()));
  }

  private ChargingSchedulePeriod period(Composite.Span span) {
    boolean plain = span.mode() == OperationMode.CHARGING_ONLY;
    boolean discharges = span.dischargeLimit().isPresent();
    return new ChargingSchedulePeriod(
        span.startSeconds(),
        Optional.of(span.limit()),
        Optional.empty(),
        Optional.empty(),
        span.phases().isPresent() ? Optional.of(span.phases().getAsInt()) : Optional.empty(),
        Optional.empty(),
        discharges ? span.dischargeLimit().map(v -> v == 0 ? 0.0 : -v) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        span.setpoint(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        span.local().baseline(),
        plain ? Optional.empty() : Optional.of(span.mode()),
        span.local().frequencies(),
        span.local().signals(),
        Optional.empty());
  }
}

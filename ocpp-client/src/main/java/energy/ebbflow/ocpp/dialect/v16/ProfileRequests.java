package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.dialect.VehicleExtension;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.ActiveTransaction;
import energy.ebbflow.ocpp.profile.Composite;
import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v16.core.DataTransfer;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v16.smartcharging.ChargingProfile;
import energy.ebbflow.ocpp.v16.smartcharging.ChargingSchedule;
import energy.ebbflow.ocpp.v16.smartcharging.ClearChargingProfile;
import energy.ebbflow.ocpp.v16.smartcharging.GetCompositeSchedule;
import energy.ebbflow.ocpp.v16.smartcharging.Purpose;
import energy.ebbflow.ocpp.v16.smartcharging.SchedulePeriod;
import energy.ebbflow.ocpp.v16.smartcharging.SetChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Smart charging in 1.6, and set-points by DataTransfer. */
final class ProfileRequests {
  /** Who defines the extension: docs/protocol/ocpp-vendor-extension.md. */
  static final String VENDOR_ID = "energy.ebbflow.v2x";

  private static final String SET_PROFILE = "SetChargingProfile";
  private static final int MAX_SECONDS = 7 * 86_400;

  /** The schema of 1.6 wants multiples of 0.1. */
  private static final double STEP = 10;

  private final Requests requests;
  private final Station station;
  private final Numbers numbers;
  private final PlugAndCharge plugAndCharge;

  ProfileRequests(
      Requests requests, Station station, Numbers numbers, PlugAndCharge plugAndCharge) {
    this.plugAndCharge = plugAndCharge;
    this.requests = requests;
    this.station = station;
    this.numbers = numbers;
  }

  void register() {
    requests.on(SetChargingProfile.ACTION, this::set);
    requests.on(ClearChargingProfile.ACTION, this::clear);
    requests.on(GetCompositeSchedule.ACTION, this::composite);
    requests.on(DataTransfer.ACTION, this::transfer);
  }

  private Reply set(SetChargingProfile.Request request, Instant now) {
    ChargingProfile profile = request.csChargingProfiles();
    int evse = request.connectorId();
    Optional<String> transaction = transaction(profile, evse);
    Optional<Refusal> refusal =
        install(new Installed(evse, ProfileMapping.of(profile, transaction, now)));
    return requests.reply(
        new SetChargingProfile.Response(refusal.isEmpty() ? Verdict.ACCEPTED : Verdict.REJECTED),
        new FollowUp.ProfilesChanged());
  }

  /** A TxProfile without a transactionId means the one that runs (1.6, 5.16.2). */
  private Optional<String> transaction(ChargingProfile profile, int evse) {
    if (profile.chargingProfilePurpose() != Purpose.TX_PROFILE) {
      return Optional.empty();
    }
    return profile.transactionId().isPresent()
        ? numbers.transaction(profile.transactionId().get())
        : station.activeAt(evse).map(ActiveTransaction::id);
  }

  /** In 1.6 a profile replaces the one with its purpose and level (section 3.13.2). */
  private Optional<Refusal> install(Installed candidate) {
    Optional<Refusal> refusal = station.check(candidate, false);
    if (refusal.isPresent() && !refusal.get().reasonCode().equals("DuplicateProfile")) {
      return refusal;
    }
    station.profiles(station.profiles().without(i -> sameplace(i, candidate)));
    return station.install(candidate);
  }

  private static boolean sameplace(Installed one, Installed other) {
    return one.evse() == other.evse()
        && one.profile().stackLevel() == other.profile().stackLevel()
        && one.profile().chargingProfilePurpose() == other.profile().chargingProfilePurpose();
  }

  private Reply clear(ClearChargingProfile.Request request, Instant now) {
    Optional<ChargingProfilePurpose> purpose =
        request.chargingProfilePurpose().map(ProfileMapping::purpose);
    ProfileBook left =
        station
            .profiles()
            .without(
                i ->
                    request.id().map(id -> id == i.profile().id()).orElse(true)
                        && request.connectorId().map(c -> c == i.evse()).orElse(true)
                        && purpose.map(p -> p == i.profile().chargingProfilePurpose()).orElse(true)
                        && request
                            .stackLevel()
                            .map(l -> l == i.profile().stackLevel())
                            .orElse(true));
    boolean any = left.installed().size() < station.profiles().installed().size();
    station.profiles(left);
    return requests.reply(
        new ClearChargingProfile.Response(any ? Verdict.ACCEPTED : Verdict.UNKNOWN),
        new FollowUp.ProfilesChanged());
  }

  private Reply composite(GetCompositeSchedule.Request request, Instant now) {
    int evse = request.connectorId();
    if ((evse != 0 && !station.knowsEvse(evse))
        || request.duration() < 1
        || request.duration() > MAX_SECONDS) {
      return requests.reply(
          new GetCompositeSchedule.Response(
              Verdict.REJECTED, Optional.empty(), Optional.empty(), Optional.empty()));
    }
    ChargingRateUnit unit = request.chargingRateUnit().orElse(ChargingRateUnit.A);
    Instant start = now.truncatedTo(ChronoUnit.SECONDS);
    Composite.Sum sum = station.composite(evse, start, request.duration(), unit);
    ChargingSchedule schedule =
        new ChargingSchedule(
            Optional.of(sum.seconds()),
            Optional.of(start),
            unit,
            sum.spans().stream()
                .map(
                    s ->
                        new SchedulePeriod(
                            s.startSeconds(),
                            Math.floor(s.limit() * STEP) / STEP,
                            s.phases().isPresent()
                                ? Optional.of(s.phases().getAsInt())
                                : Optional.empty()))
                .toList(),
            Optional.empty());
    return requests.reply(
        new GetCompositeSchedule.Response(
            Verdict.ACCEPTED, Optional.of(evse), Optional.of(start), Optional.of(schedule)));
  }

  private Reply transfer(DataTransfer.Request request, Instant now) {
    if (request.vendorId().equals(VehicleExtension.VENDOR_ID)) {
      return vehicles(request);
    }
    if (request.vendorId().equals(PlugAndCharge.VENDOR_ID)) {
      return plugAndCharge.asked(request, requests, now);
    }
    if (!request.vendorId().equals(VENDOR_ID)) {
      return transferred(Verdict.UNKNOWN_VENDOR_ID, Optional.empty());
    }
    if (!request.messageId().equals(Optional.of(SET_PROFILE))) {
      return transferred(Verdict.UNKNOWN_MESSAGE_ID, Optional.empty());
    }
    try {
      energy.ebbflow.ocpp.v2.smartcharging.SetChargingProfile.Request set =
          RecordReader.strict(WireVersion.V21)
              .read(
                  StrictJson.parse(request.data().orElse("")),
                  energy.ebbflow.ocpp.v2.smartcharging.SetChargingProfile.Request.class);
      Optional<Refusal> refusal =
          install(new Installed(set.evseId(), V2xProfile.own(set.chargingProfile(), numbers)));
      return transferred(
          refusal.isEmpty() ? Verdict.ACCEPTED : Verdict.REJECTED,
          refusal.map(r -> r.reasonCode() + ": " + r.text()));
    } catch (JsonFault e) {
      return transferred(Verdict.REJECTED, Optional.of(e.text()));
    }
  }

  /** The memory of vehicles. */
  private Reply vehicles(DataTransfer.Request request) {
    String action = request.messageId().orElse("");
    String data = request.data().orElse("");
    if (!VehicleExtension.ACTIONS.contains(action)) {
      return requests.reply(
          new DataTransfer.Response(Verdict.UNKNOWN_MESSAGE_ID, Optional.empty()));
    }
    if (data.length() > VehicleExtension.REQUEST_MAX) {
      return requests.reply(
          new DataTransfer.Response(
              Verdict.REJECTED,
              Optional.of("expected at most " + VehicleExtension.REQUEST_MAX + " characters")));
    }
    return new Reply.Ask(
        command -> new BackOfficeCommand.Vehicles(command, action, data),
        result ->
            requests.reply(
                new DataTransfer.Response(
                    result.accepted() ? Verdict.ACCEPTED : Verdict.REJECTED,
                    Optional.of(result.reason()))));
  }

  private Reply transferred(Verdict verdict, Optional<String> data) {
    return requests.reply(new DataTransfer.Response(verdict, data), new FollowUp.ProfilesChanged());
  }
}

package energy.ebbflow.ocpp.dialect.v2.energy;

import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.energy.Energy;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.energy.AfrrSignal;
import energy.ebbflow.ocpp.v2.energy.UpdateDynamicSchedule;
import energy.ebbflow.ocpp.v2.energy.UsePriorityCharging;
import energy.ebbflow.ocpp.v2.smartcharging.ChargingProfileStatus;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** Dynamic values, priority and the operator's signal (K21, K28, Q08); 2.1 only. */
public final class EnergyRequests {
  private static final int MAX_REASON_CODE = 20;
  private static final int MAX_TEXT = 512;

  private final Requests requests;
  private final Station station;

  public EnergyRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  /** Names who answers; 2.0.1 has none of it. */
  public void register() {
    if (requests.version() != WireVersion.V21) {
      return;
    }
    requests.on(UpdateDynamicSchedule.ACTION, this::update);
    requests.on(UsePriorityCharging.ACTION, this::priority);
    requests.on(AfrrSignal.ACTION, this::signal);
  }

  private Reply update(UpdateDynamicSchedule.Request request, Instant now) {
    Optional<Refusal> refusal =
        station.energy().update(request.chargingProfileId(), request.scheduleUpdate(), now);
    return refusal
        .map(
            why ->
                requests.reply(
                    new UpdateDynamicSchedule.Response(
                        ChargingProfileStatus.REJECTED, info(why.reasonCode(), why.text()))))
        .orElseGet(
            () ->
                requests.reply(
                    new UpdateDynamicSchedule.Response(
                        ChargingProfileStatus.ACCEPTED, Optional.empty()),
                    new FollowUp.ProfilesChanged()));
  }

  private Reply priority(UsePriorityCharging.Request request, Instant now) {
    Energy.PriorityResult result =
        station.energy().priority(request.transactionId(), request.activate());
    return switch (result) {
      case DONE ->
          requests.reply(
              new UsePriorityCharging.Response(
                  UsePriorityCharging.Status.ACCEPTED, Optional.empty()),
              new FollowUp.ProfilesChanged());
      case NO_TRANSACTION ->
          requests.reply(
              new UsePriorityCharging.Response(
                  UsePriorityCharging.Status.REJECTED,
                  info("TxNotFound", "no such transaction runs")));
      case NO_PROFILE ->
          requests.reply(
              new UsePriorityCharging.Response(
                  UsePriorityCharging.Status.NO_PROFILE,
                  info("NotFound", "no PriorityCharging profile for this EVSE")));
    };
  }

  private Reply signal(AfrrSignal.Request request, Instant now) {
    Optional<Refusal> refusal = station.energy().signal(request.timestamp(), request.signal(), now);
    return refusal
        .map(
            why ->
                requests.reply(
                    new AfrrSignal.Response(
                        GenericStatus.REJECTED, info(why.reasonCode(), why.text()))))
        .orElseGet(
            () ->
                requests.reply(
                    new AfrrSignal.Response(GenericStatus.ACCEPTED, Optional.empty()),
                    new FollowUp.ProfilesChanged()));
  }

  private static Optional<StatusInfo> info(String code, String text) {
    return Optional.of(
        new StatusInfo(
            Requests.bounded(code, MAX_REASON_CODE),
            Optional.of(Requests.bounded(text, MAX_TEXT))));
  }
}

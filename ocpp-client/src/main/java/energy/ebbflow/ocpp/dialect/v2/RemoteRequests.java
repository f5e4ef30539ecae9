package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import energy.ebbflow.ocpp.v2.operation.ChangeAvailability;
import energy.ebbflow.ocpp.v2.operation.ChangeAvailabilityStatus;
import energy.ebbflow.ocpp.v2.operation.DataTransfer;
import energy.ebbflow.ocpp.v2.operation.OperationalStatus;
import energy.ebbflow.ocpp.v2.operation.TriggerMessage;
import energy.ebbflow.ocpp.v2.operation.TriggerMessageStatus;
import energy.ebbflow.ocpp.v2.operation.UnlockConnector;
import energy.ebbflow.ocpp.v2.operation.UnlockStatus;
import energy.ebbflow.ocpp.v2.provisioning.Heartbeat;
import energy.ebbflow.ocpp.v2.provisioning.Reset;
import energy.ebbflow.ocpp.v2.provisioning.ResetMode;
import energy.ebbflow.ocpp.v2.provisioning.ResetStatus;
import energy.ebbflow.ocpp.v2.transaction.GetTransactionStatus;
import energy.ebbflow.ocpp.v2.transaction.RequestStartStopStatus;
import energy.ebbflow.ocpp.v2.transaction.RequestStartTransaction;
import energy.ebbflow.ocpp.v2.transaction.RequestStopTransaction;
import energy.ebbflow.ocpp.v2.type.Evse;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remote control: start, stop, reset, unlock, availability, triggers (blocks B, E, F, G, P). */
final class RemoteRequests {
  private final Requests requests;
  private final Station station;

  RemoteRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(RequestStartTransaction.ACTION, this::start);
    requests.on(RequestStopTransaction.ACTION, this::stop);
    requests.on(GetTransactionStatus.ACTION, this::transactionStatus);
    requests.on(Reset.ACTION, this::reset);
    requests.on(UnlockConnector.ACTION, this::unlock);
    requests.on(ChangeAvailability.ACTION, this::availability);
    requests.on(TriggerMessage.ACTION, this::trigger);
    requests.on(DataTransfer.ACTION, new VehicleRequests(requests)::transfer);
  }

  private Reply start(RequestStartTransaction.Request request, Instant now) {
    int named = request.evseId().orElse(0);
    Optional<String> group =
        request.groupIdToken().map(energy.ebbflow.ocpp.v2.authorization.IdToken::idToken);
    Optional<Integer> place =
        named > 0
            ? Optional.of(named)
                .filter(e -> station.reservations().admits(e, Tokens.of(request.idToken()), group))
            : station.reservations().place(Tokens.of(request.idToken()), group);
    if (place.isEmpty()) {
      // F01.FR.21, FR.22.
      return refuseStart("Reserved", "the outlet is kept for somebody else");
    }
    int evse = place.get();
    if (evse > station.config().outlets().size()) {
      return refuseStart("UnknownEvse", "no EVSE " + evse);
    }
    if (request.chargingProfile().isPresent()) {
      Installed candidate = new Installed(evse == 0 ? 1 : evse, request.chargingProfile().get());
      Optional<Refusal> refusal =
          station.check(ProfileRequests.extended(candidate, requests.version()), true);
      if (refusal.isPresent()) {
        return refuseStart(refusal.get().reasonCode(), refusal.get().text());
      }
    }
    return new Reply.Ask(
        command ->
            new BackOfficeCommand.Start(
                command, request.remoteStartId(), evse, Tokens.of(request.idToken())),
        result -> started(request, result));
  }

  private Reply.Answer started(
      RequestStartTransaction.Request request, StationEvent.CommandResult result) {
    if (!result.accepted()) {
      return refuseStart("", result.reason());
    }
    station.tariffs().announced(request.remoteStartId(), request.idToken());
    request
        .chargingProfile()
        .ifPresent(
            profile ->
                station
                    .heldProfiles()
                    .hold(
                        request.remoteStartId(),
                        ProfileRequests.extended(profile, requests.version())));
    return requests.reply(
        new RequestStartTransaction.Response(
            RequestStartStopStatus.ACCEPTED, Optional.empty(), Optional.empty()));
  }

  private Reply.Answer refuseStart(String code, String text) {
    return requests.reply(
        new RequestStartTransaction.Response(
            RequestStartStopStatus.REJECTED, Infos.info(code, text), Optional.empty()));
  }

  private Reply stop(RequestStopTransaction.Request request, Instant now) {
    boolean runs =
        station.openTransactions().stream()
            .anyMatch(t -> t.transaction().equals(request.transactionId()));
    if (!runs) {
      return requests.reply(
          new RequestStopTransaction.Response(
              RequestStartStopStatus.REJECTED,
              Infos.info("TxNotFound", "no such transaction runs")));
    }
    return new Reply.Ask(
        command -> new BackOfficeCommand.Stop(command, request.transactionId()),
        result ->
            requests.reply(
                new RequestStopTransaction.Response(
                    result.accepted()
                        ? RequestStartStopStatus.ACCEPTED
                        : RequestStartStopStatus.REJECTED,
                    why(result))));
  }

  private static Optional<StatusInfo> why(StationEvent.CommandResult result) {
    return result.accepted() ? Optional.empty() : Infos.info("", result.reason());
  }

  private Reply transactionStatus(GetTransactionStatus.Request request, Instant now) {
    if (request.transactionId().isEmpty()) {
      return requests.reply(
          new GetTransactionStatus.Response(Optional.empty(), station.store().queued() > 0));
    }
    String id = request.transactionId().get();
    boolean runs =
        station.openTransactions().stream().map(OpenTransaction::transaction).anyMatch(id::equals);
    return requests.reply(
        new GetTransactionStatus.Response(Optional.of(runs), station.store().queued(id)));
  }

  private Reply reset(Reset.Request request, Instant now) {
    if (request.evseId().isPresent() && !station.knowsEvse(request.evseId().get())) {
      return requests.reply(
          new Reset.Response(ResetStatus.REJECTED, Infos.info("UnknownEvse", "")));
    }
    if (request.type() == ResetMode.IMMEDIATE_AND_RESUME) {
      return requests.reply(
          new Reset.Response(
              ResetStatus.REJECTED,
              Infos.info("UnsupportedRequest", "transactions do not outlive a reset here")));
    }
    boolean immediately = request.type() == ResetMode.IMMEDIATE;
    int evse = request.evseId().orElse(0);
    // B12.FR.07: what another outlet does is nothing to the one that is reset.
    boolean busy = station.openTransactions().stream().anyMatch(t -> evse == 0 || t.evse() == evse);
    return new Reply.Ask(
        command -> new BackOfficeCommand.Reset(command, immediately, evse),
        result ->
            requests.reply(
                new Reset.Response(
                    !result.accepted()
                        ? ResetStatus.REJECTED
                        : busy && !immediately ? ResetStatus.SCHEDULED : ResetStatus.ACCEPTED,
                    why(result))));
  }

  private Reply unlock(UnlockConnector.Request request, Instant now) {
    if (!station.knowsEvse(request.evseId()) || request.connectorId() != 1) {
      return requests.reply(
          new UnlockConnector.Response(
              UnlockStatus.UNKNOWN_CONNECTOR, Infos.info("UnknownConnectorId", "")));
    }
    boolean busy =
        station.openTransactions().stream()
            .anyMatch(t -> t.evse() == request.evseId() && t.token().isPresent());
    if (busy) {
      // F05.FR.02: first the transaction is stopped.
      return requests.reply(
          new UnlockConnector.Response(
              UnlockStatus.ONGOING_AUTHORIZED_TRANSACTION, Infos.info("TxInProgress", "")));
    }
    return new Reply.Ask(
        command -> new BackOfficeCommand.Unlock(command, request.evseId(), false),
        result ->
            requests.reply(
                new UnlockConnector.Response(
                    result.accepted() ? UnlockStatus.UNLOCKED : UnlockStatus.UNLOCK_FAILED,
                    why(result))));
  }

  private Reply availability(ChangeAvailability.Request request, Instant now) {
    int evse = request.evse().map(Evse::id).orElse(0);
    Optional<String> unknown = request.evse().flatMap(this::unknown);
    if (unknown.isPresent()) {
      return requests.reply(
          new ChangeAvailability.Response(
              ChangeAvailabilityStatus.REJECTED, Infos.info(unknown.get(), "")));
    }
    boolean operative = request.operationalStatus() == OperationalStatus.OPERATIVE;
    boolean busy = station.openTransactions().stream().anyMatch(t -> evse == 0 || t.evse() == evse);
    return new Reply.Ask(
        command -> new BackOfficeCommand.Availability(command, evse, operative),
        result -> {
          if (result.accepted()) {
            station.outOfService().set(evse, operative);
          }
          return requests.reply(
              new ChangeAvailability.Response(
                  !result.accepted()
                      ? ChangeAvailabilityStatus.REJECTED
                      // G03.FR.05: a running transaction is finished first.
                      : busy && !operative
                          ? ChangeAvailabilityStatus.SCHEDULED
                          : ChangeAvailabilityStatus.ACCEPTED,
                  why(result)));
        });
  }

  /** What of it this station does not have: each outlet has one connector. */
  private Optional<String> unknown(Evse named) {
    if (!station.knowsEvse(named.id())) {
      return Optional.of("UnknownEvse");
    }
    return named.connectorId().filter(id -> id != 1).map(id -> "UnknownConnectorId");
  }

  private Reply trigger(TriggerMessage.Request request, Instant now) {
    Optional<Integer> evse = request.evse().map(Evse::id).filter(id -> id > 0);
    if (evse.isPresent() && request.evse().flatMap(this::unknown).isPresent()) {
      return triggered(TriggerMessageStatus.REJECTED);
    }
    return switch (request.requestedMessage()) {
      case BOOT_NOTIFICATION -> triggered(TriggerMessageStatus.ACCEPTED, new FollowUp.Boot());
      case HEARTBEAT ->
          triggered(
              TriggerMessageStatus.ACCEPTED,
              requests.send(Heartbeat.ACTION, new Heartbeat.Request()));
      case STATUS_NOTIFICATION ->
          triggered(TriggerMessageStatus.ACCEPTED, new FollowUp.TellStatus(evse));
      case METER_VALUES -> {
        // F06.FR.06: an outlet without a transaction tells what its meter says.
        boolean idle = station.clockReadings().tellNow(evse, now);
        boolean running =
            station.openTransactions().stream()
                .anyMatch(t -> evse.isEmpty() || t.evse() == evse.get());
        yield running
            ? triggered(TriggerMessageStatus.ACCEPTED, new FollowUp.TellTransactions(evse))
            : triggered(idle ? TriggerMessageStatus.ACCEPTED : TriggerMessageStatus.REJECTED);
      }
      case TRANSACTION_EVENT -> {
        List<OpenTransaction> running =
            station.openTransactions().stream()
                .filter(t -> evse.isEmpty() || t.evse() == evse.get())
                .toList();
        // F06.FR.08: what is not there cannot be told.
        yield running.isEmpty()
            ? triggered(TriggerMessageStatus.REJECTED)
            : triggered(TriggerMessageStatus.ACCEPTED, new FollowUp.TellTransactions(evse));
      }
      case SIGN_CHARGING_STATION_CERTIFICATE -> sign(SigningUse.CHARGING_STATION_CERTIFICATE);
      case SIGN_V2_G_CERTIFICATE -> sign(SigningUse.V2G_CERTIFICATE);
      case SIGN_V2_G20_CERTIFICATE -> sign(SigningUse.V2G20_CERTIFICATE);
      case LOG_STATUS_NOTIFICATION -> {
        station.logs().tellAgain(true);
        yield triggered(TriggerMessageStatus.ACCEPTED);
      }
      case FIRMWARE_STATUS_NOTIFICATION -> {
        station.firmware().tellAgain();
        yield triggered(TriggerMessageStatus.ACCEPTED);
      }
      case SIGN_COMBINED_CERTIFICATE, PUBLISH_FIRMWARE_STATUS_NOTIFICATION, CUSTOM_TRIGGER ->
          triggered(TriggerMessageStatus.NOT_IMPLEMENTED);
    };
  }

  /** A02, A03: the request follows the answer. */
  private Reply sign(SigningUse use) {
    station.signing().want(use);
    return triggered(TriggerMessageStatus.ACCEPTED);
  }

  private Reply triggered(TriggerMessageStatus status, FollowUp... then) {
    return requests.reply(new TriggerMessage.Response(status, Optional.empty()), then);
  }
}

package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.v16.core.Availability;
import energy.ebbflow.ocpp.v16.core.ChangeAvailability;
import energy.ebbflow.ocpp.v16.core.ChangeConfiguration;
import energy.ebbflow.ocpp.v16.core.GetConfiguration;
import energy.ebbflow.ocpp.v16.core.Heartbeat;
import energy.ebbflow.ocpp.v16.core.RemoteStartTransaction;
import energy.ebbflow.ocpp.v16.core.RemoteStopTransaction;
import energy.ebbflow.ocpp.v16.core.Reset;
import energy.ebbflow.ocpp.v16.core.TriggerMessage;
import energy.ebbflow.ocpp.v16.core.UnlockConnector;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v16.security.ExtendedTriggerMessage;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import java.time.Instant;
import java.util.Optional;

/** Remote control and configuration in 1.6 (core profile and remote trigger). */
final class CoreRequests {
  /** Remote starts of 1.6 have no number; the station gives them one. */
  private static final int FIRST_REMOTE_START = 1_000_000_000;

  private final Requests requests;
  private final Station station;
  private final Numbers numbers;
  private final Configuration configuration;
  private int remoteStarts;

  CoreRequests(Requests requests, Station station, Numbers numbers) {
    this.requests = requests;
    this.station = station;
    this.numbers = numbers;
    this.configuration = new Configuration(station);
  }

  void register() {
    requests.on(RemoteStartTransaction.ACTION, this::start);
    requests.on(RemoteStopTransaction.ACTION, this::stop);
    requests.on(Reset.ACTION, this::reset);
    requests.on(UnlockConnector.ACTION, this::unlock);
    requests.on(ChangeAvailability.ACTION, this::availability);
    requests.on(TriggerMessage.ACTION, this::trigger);
    requests.on(ExtendedTriggerMessage.ACTION, this::triggerMore);
    requests.on(GetConfiguration.ACTION, (q, now) -> requests.reply(configuration.get(q.key())));
    requests.on(ChangeConfiguration.ACTION, this::configure);
  }

  private static Verdict verdict(StationEvent.CommandResult result) {
    return result.accepted() ? Verdict.ACCEPTED : Verdict.REJECTED;
  }

  private Reply start(RemoteStartTransaction.Request request, Instant now) {
    IdToken tag = new IdToken(request.idTag(), "Central");
    int named = request.connectorId().orElse(0);
    Optional<Integer> place =
        named > 0
            ? Optional.of(named)
                .filter(e -> station.reservations().admits(e, tag, Optional.empty()))
            : station.reservations().place(tag, Optional.empty());
    if (place.isEmpty()) {
      return requests.reply(new RemoteStartTransaction.Response(Verdict.REJECTED));
    }
    int evse = place.get();
    if (evse != 0 && !station.knowsEvse(evse)) {
      return requests.reply(new RemoteStartTransaction.Response(Verdict.REJECTED));
    }
    Optional<ChargingProfile> profile =
        request.chargingProfile().map(p -> ProfileMapping.of(p, Optional.empty(), now));
    boolean wrong =
        profile
            .flatMap(p -> station.check(new Installed(evse == 0 ? 1 : evse, p), true))
            .isPresent();
    if (wrong) {
      return requests.reply(new RemoteStartTransaction.Response(Verdict.REJECTED));
    }
    int remoteStart = FIRST_REMOTE_START + remoteStarts++;
    return new Reply.Ask(
        command -> new BackOfficeCommand.Start(command, remoteStart, evse, tag),
        result -> {
          if (result.accepted()) {
            profile.ifPresent(p -> station.heldProfiles().hold(remoteStart, p));
          }
          return requests.reply(new RemoteStartTransaction.Response(verdict(result)));
        });
  }

  private Reply stop(RemoteStopTransaction.Request request, Instant now) {
    Optional<String> transaction =
        numbers
            .transaction(request.transactionId())
            .filter(
                id ->
                    station.openTransactions().stream().anyMatch(t -> t.transaction().equals(id)));
    if (transaction.isEmpty()) {
      return requests.reply(new RemoteStopTransaction.Response(Verdict.REJECTED));
    }
    return new Reply.Ask(
        command -> new BackOfficeCommand.Stop(command, transaction.get()),
        result -> requests.reply(new RemoteStopTransaction.Response(verdict(result))));
  }

  private Reply reset(Reset.Request request, Instant now) {
    // Both kinds stop running transactions (1.6, 5.14); the station always stops them in order.
    return new Reply.Ask(
        command -> new BackOfficeCommand.Reset(command, true, 0),
        result -> requests.reply(new Reset.Response(verdict(result))));
  }

  private Reply unlock(UnlockConnector.Request request, Instant now) {
    if (!station.knowsEvse(request.connectorId())) {
      return requests.reply(new UnlockConnector.Response(Verdict.NOT_SUPPORTED));
    }
    return new Reply.Ask(
        // 5.18: a transaction is finished first.
        command -> new BackOfficeCommand.Unlock(command, request.connectorId(), true),
        result ->
            requests.reply(
                new UnlockConnector.Response(
                    result.accepted() ? Verdict.UNLOCKED : Verdict.UNLOCK_FAILED)));
  }

  private Reply availability(ChangeAvailability.Request request, Instant now) {
    int evse = request.connectorId();
    if (evse != 0 && !station.knowsEvse(evse)) {
      return requests.reply(new ChangeAvailability.Response(Verdict.REJECTED));
    }
    boolean operative = request.type() == Availability.OPERATIVE;
    boolean busy = station.openTransactions().stream().anyMatch(t -> evse == 0 || t.evse() == evse);
    return new Reply.Ask(
        command -> new BackOfficeCommand.Availability(command, evse, operative),
        result -> {
          if (result.accepted()) {
            station.outOfService().set(evse, operative);
          }
          return requests.reply(
              new ChangeAvailability.Response(
                  result.accepted() && busy && !operative ? Verdict.SCHEDULED : verdict(result)));
        });
  }

  private Reply trigger(TriggerMessage.Request request, Instant now) {
    Optional<Integer> evse = request.connectorId().filter(id -> id > 0);
    if (evse.isPresent() && !station.knowsEvse(evse.get())) {
      return triggered(Verdict.REJECTED);
    }
    return switch (request.requestedMessage()) {
      case BOOT_NOTIFICATION -> triggered(Verdict.ACCEPTED, new FollowUp.Boot());
      case HEARTBEAT ->
          triggered(Verdict.ACCEPTED, requests.send(Heartbeat.ACTION, new Heartbeat.Request()));
      case STATUS_NOTIFICATION -> triggered(Verdict.ACCEPTED, new FollowUp.TellStatus(evse));
      case METER_VALUES -> {
        boolean idle = station.clockReadings().tellNow(evse, now);
        boolean running =
            station.openTransactions().stream()
                .anyMatch(t -> evse.isEmpty() || t.evse() == evse.get());
        yield running
            ? triggered(Verdict.ACCEPTED, new FollowUp.TellTransactions(evse))
            : triggered(idle ? Verdict.ACCEPTED : Verdict.REJECTED);
      }
      case DIAGNOSTICS_STATUS_NOTIFICATION -> {
        station.logs().tellAgain(false);
        yield triggered(Verdict.ACCEPTED);
      }
      case FIRMWARE_STATUS_NOTIFICATION -> {
        station.firmware().tellAgain();
        yield triggered(Verdict.ACCEPTED);
      }
    };
  }

  /** The security whitepaper's messages, which TriggerMessage does not know. */
  private Reply triggerMore(ExtendedTriggerMessage.Request request, Instant now) {
    return switch (request.requestedMessage()) {
      case SIGN_CHARGE_POINT_CERTIFICATE -> {
        station.signing().want(SigningUse.CHARGING_STATION_CERTIFICATE);
        yield triggered(Verdict.ACCEPTED);
      }
      case BOOT_NOTIFICATION -> also(TriggerMessage.Wanted.BOOT_NOTIFICATION, request, now);
      case HEARTBEAT -> also(TriggerMessage.Wanted.HEARTBEAT, request, now);
      case METER_VALUES -> also(TriggerMessage.Wanted.METER_VALUES, request, now);
      case STATUS_NOTIFICATION -> also(TriggerMessage.Wanted.STATUS_NOTIFICATION, request, now);
      case FIRMWARE_STATUS_NOTIFICATION ->
          also(TriggerMessage.Wanted.FIRMWARE_STATUS_NOTIFICATION, request, now);
      case LOG_STATUS_NOTIFICATION -> {
        station.logs().tellAgain(true);
        yield triggered(Verdict.ACCEPTED);
      }
    };
  }

  private Reply also(
      TriggerMessage.Wanted wanted, ExtendedTriggerMessage.Request request, Instant now) {
    return trigger(new TriggerMessage.Request(wanted, request.connectorId()), now);
  }

  private Reply triggered(Verdict verdict, FollowUp... then) {
    return requests.reply(new TriggerMessage.Response(verdict), then);
  }

  private Reply configure(ChangeConfiguration.Request request, Instant now) {
    Configuration.Change change = configuration.set(request.key(), request.value());
    return requests.reply(
        new ChangeConfiguration.Response(change.verdict()),
        change.then().stream().toArray(FollowUp[]::new));
  }
}

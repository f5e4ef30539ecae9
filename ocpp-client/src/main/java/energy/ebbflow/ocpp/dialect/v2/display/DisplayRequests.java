package energy.ebbflow.ocpp.dialect.v2.display;

import energy.ebbflow.ocpp.device.DisplayVariables;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.dialect.v2.Infos;
import energy.ebbflow.ocpp.display.Front;
import energy.ebbflow.ocpp.display.Messages;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.v2.display.ClearDisplayMessage;
import energy.ebbflow.ocpp.v2.display.GetDisplayMessages;
import energy.ebbflow.ocpp.v2.display.SetDisplayMessage;
import energy.ebbflow.ocpp.v2.payment.NotifyWebPaymentStarted;
import java.time.Instant;
import java.util.Optional;

/** Messages on the screen, and payment by the web (blocks O, C25). */
public final class DisplayRequests {
  private final Requests requests;
  private final Station station;
  private final Front front;

  public DisplayRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
    this.front = station.front();
  }

  /** Takes its requests; a station without a screen does no display messages. */
  public void register() {
    if (front.present()) {
      requests.on(SetDisplayMessage.ACTION, this::set);
      requests.on(GetDisplayMessages.ACTION, this::get);
      requests.on(ClearDisplayMessage.ACTION, this::clear);
    }
    if (requests.version() == WireVersion.V21) {
      requests.on(NotifyWebPaymentStarted.ACTION, this::paying);
    }
  }

  private Reply set(SetDisplayMessage.Request request, Instant now) {
    if (!station.device().flag(DisplayVariables.ENABLED)) {
      return set(SetDisplayMessage.Status.REJECTED, "NotEnabled", "Enabled is false");
    }
    Messages.Verdict verdict = front.set(request.message(), now);
    boolean unsayable =
        verdict.status() == SetDisplayMessage.Status.LANGUAGE_NOT_SUPPORTED
            && requests.version() == WireVersion.V201;
    return verdict.status() == SetDisplayMessage.Status.ACCEPTED
        ? requests.reply(
            new SetDisplayMessage.Response(SetDisplayMessage.Status.ACCEPTED, Optional.empty()))
        : set(
            unsayable ? SetDisplayMessage.Status.REJECTED : verdict.status(),
            verdict.reason(),
            verdict.text());
  }

  private Reply set(SetDisplayMessage.Status status, String code, String text) {
    return requests.reply(new SetDisplayMessage.Response(status, Infos.info(code, text)));
  }

  private Reply get(GetDisplayMessages.Request request, Instant now) {
    return requests.reply(
        new GetDisplayMessages.Response(
            front.tell(request)
                ? GetDisplayMessages.Status.ACCEPTED
                : GetDisplayMessages.Status.UNKNOWN,
            Optional.empty()));
  }

  private Reply clear(ClearDisplayMessage.Request request, Instant now) {
    return requests.reply(
        new ClearDisplayMessage.Response(
            front.clear(request.id())
                ? ClearDisplayMessage.Status.ACCEPTED
                : ClearDisplayMessage.Status.UNKNOWN,
            Optional.empty()));
  }

  private Reply paying(NotifyWebPaymentStarted.Request request, Instant now) {
    if (station.knowsEvse(request.evseId())) {
      front.web().started(request.evseId(), request.timeout(), now);
    }
    return requests.reply(new NotifyWebPaymentStarted.Response());
  }
}

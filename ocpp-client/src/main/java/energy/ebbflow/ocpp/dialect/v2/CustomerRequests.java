package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.v2.authorization.IdToken;
import energy.ebbflow.ocpp.v2.diagnostics.CustomerInformation;
import java.time.Instant;
import java.util.Optional;

/**
 * What the station knows of a customer (N09), and that it forgets it (N10). It knows tokens; what
 * belongs to a certificate or to a name of the back office it does not know.
 */
final class CustomerRequests {
  /** Longest part of NotifyCustomerInformation. */
  private static final int PART = 512;

  private final Requests requests;
  private final Station station;

  CustomerRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(CustomerInformation.ACTION, this::answer);
  }

  private Reply answer(CustomerInformation.Request request, Instant now) {
    int named =
        (request.idToken().isPresent() ? 1 : 0)
            + (request.customerIdentifier().isPresent() ? 1 : 0)
            + (request.customerCertificate().isPresent() ? 1 : 0);
    if (named != 1) {
      // N09.FR.09: exactly one way to name the customer.
      return reply(CustomerInformation.Status.INVALID, "InvalidValue", "name one customer");
    }
    if (!request.report() && !request.clear()) {
      return reply(CustomerInformation.Status.REJECTED, "InvalidValue", "neither report nor clear");
    }
    String known = request.idToken().map(this::known).orElse("");
    if (request.clear()) {
      request.idToken().map(Tokens::of).ifPresent(station.tokens()::forget);
    }
    if (request.report()) {
      // N09.FR.06: that nothing is known is told too.
      tell(request.requestId(), known.isEmpty() ? "no data" : known, now);
    } else {
      // N10.FR.03: one empty report says that it is done.
      tell(request.requestId(), "", now);
    }
    return requests.reply(
        new CustomerInformation.Response(CustomerInformation.Status.ACCEPTED, Optional.empty()));
  }

  private Reply reply(CustomerInformation.Status status, String code, String text) {
    return requests.reply(new CustomerInformation.Response(status, Infos.info(code, text)));
  }

  private String known(IdToken token) {
    StringBuilder text = new StringBuilder();
    station
        .tokens()
        .find(Tokens.of(token))
        .ifPresent(v -> text.append("authorisation: ").append(v.status()).append('\n'));
    for (OpenTransaction open : station.openTransactions()) {
      if (open.token().map(t -> t.value().equalsIgnoreCase(token.idToken())).orElse(false)) {
        text.append("transaction: ")
            .append(open.transaction())
            .append(" since ")
            .append(open.startedAt())
            .append('\n');
      }
    }
    return text.toString();
  }

  private void tell(int requestId, String text, Instant now) {
    int part = 0;
    for (int at = 0; at == 0 || at < text.length(); at += PART) {
      int end = Math.min(text.length(), at + PART);
      station.tell(
          new Notice.CustomerData(
              requestId, part++, end < text.length(), text.substring(at, end), now));
    }
  }
}

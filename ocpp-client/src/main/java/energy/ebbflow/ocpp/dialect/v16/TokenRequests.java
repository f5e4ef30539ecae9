package energy.ebbflow.ocpp.dialect.v16;

import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.token.ListEntry;
import energy.ebbflow.ocpp.token.TokenVerdict;
import energy.ebbflow.ocpp.v16.authorization.GetLocalListVersion;
import energy.ebbflow.ocpp.v16.authorization.SendLocalList;
import energy.ebbflow.ocpp.v16.core.ClearCache;
import energy.ebbflow.ocpp.v16.core.IdTagInfo;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v2.authorization.UpdateKind;
import java.time.Instant;

/** The local list and the cache of tags in 1.6, whose tags have no type. */
final class TokenRequests {
  private final Requests requests;
  private final Station station;

  TokenRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(ClearCache.ACTION, this::clear);
    requests.on(
        GetLocalListVersion.ACTION,
        (q, now) -> requests.reply(new GetLocalListVersion.Response(station.tokens().version())));
    requests.on(SendLocalList.ACTION, this::list);
  }

  static TokenVerdict verdict(IdTagInfo info) {
    return new TokenVerdict(info.status().wire(), info.expiryDate(), info.parentIdTag());
  }

  private Reply clear(ClearCache.Request request, Instant now) {
    boolean enabled = station.device().flag(Variables.CACHE_ENABLED);
    if (enabled) {
      station.tokens().clearCache();
    }
    return requests.reply(new ClearCache.Response(enabled ? Verdict.ACCEPTED : Verdict.REJECTED));
  }

  private Reply list(SendLocalList.Request request, Instant now) {
    if (request.listVersion() <= 0
        || request.localAuthorizationList().size() > Variables.LIST_ITEMS) {
      return requests.reply(new SendLocalList.Response(SendLocalList.Status.FAILED));
    }
    SendLocalList.Status status =
        switch (station
            .tokens()
            .update(
                request.updateType() == UpdateKind.FULL,
                request.listVersion(),
                request.localAuthorizationList().stream()
                    .map(
                        e ->
                            new ListEntry(
                                new IdToken(e.idTag(), ""),
                                e.idTagInfo().map(TokenRequests::verdict)))
                    .toList())) {
          case DONE -> SendLocalList.Status.ACCEPTED;
          case VERSION_MISMATCH -> SendLocalList.Status.VERSION_MISMATCH;
          case FAILED -> SendLocalList.Status.FAILED;
        };
    return requests.reply(new SendLocalList.Response(status));
  }
}

package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.token.ListEntry;
import energy.ebbflow.ocpp.v2.authorization.ClearCache;
import energy.ebbflow.ocpp.v2.authorization.ClearCacheStatus;
import energy.ebbflow.ocpp.v2.authorization.GetLocalListVersion;
import energy.ebbflow.ocpp.v2.authorization.SendLocalList;
import energy.ebbflow.ocpp.v2.authorization.SendLocalListStatus;
import energy.ebbflow.ocpp.v2.authorization.UpdateKind;
import java.time.Instant;
import java.util.Optional;

/** The local list and the cache of tokens (blocks C and D). */
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

  private Reply clear(ClearCache.Request request, Instant now) {
    if (!station.device().flag(Variables.CACHE_ENABLED)) {
      // C11.FR.04.
      return requests.reply(
          new ClearCache.Response(
              ClearCacheStatus.REJECTED, Infos.info("NotEnabled", "the cache is switched off")));
    }
    station.tokens().clearCache();
    station.tariffs().forgetDrivers();
    return requests.reply(new ClearCache.Response(ClearCacheStatus.ACCEPTED, Optional.empty()));
  }

  private Reply list(SendLocalList.Request request, Instant now) {
    if (request.versionNumber() <= 0) {
      // D01.FR.18: 0 means that there is no list.
      return new Reply.Refuse(
          ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, "payload.versionNumber: above 0");
    }
    if (request.localAuthorizationList().size() > Variables.LIST_ITEMS) {
      return new Reply.Refuse(
          ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
          "at most " + Variables.LIST_ITEMS + " tokens at once");
    }
    SendLocalListStatus status =
        switch (station
            .tokens()
            .update(
                request.updateType() == UpdateKind.FULL,
                request.versionNumber(),
                request.localAuthorizationList().stream()
                    .map(
                        d ->
                            new ListEntry(
                                Tokens.of(d.idToken()), d.idTokenInfo().map(Tokens::verdict)))
                    .toList())) {
          case DONE -> SendLocalListStatus.ACCEPTED;
          case VERSION_MISMATCH -> SendLocalListStatus.VERSION_MISMATCH;
          case FAILED -> SendLocalListStatus.FAILED;
        };
    return requests.reply(new SendLocalList.Response(status, Optional.empty()));
  }
}

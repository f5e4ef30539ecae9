package energy.ebbflow.ocpp.dialect.v2.stream;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.v2.Infos;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.stream.Streams;
import energy.ebbflow.ocpp.v2.smartcharging.GenericStatus;
import energy.ebbflow.ocpp.v2.stream.AdjustPeriodicEventStream;
import energy.ebbflow.ocpp.v2.stream.GetPeriodicEventStream;
import java.time.Instant;
import java.util.Optional;

/** Shows and adjusts periodic event streams (N12, N14). */
public final class StreamRequests {
  private final Requests requests;
  private final Streams streams;

  public StreamRequests(Requests requests, Streams streams) {
    this.requests = requests;
    this.streams = streams;
  }

  /** The messages came with 2.1. */
  public void register() {
    if (requests.version() == WireVersion.V21) {
      requests.on(GetPeriodicEventStream.ACTION, this::get);
      requests.on(AdjustPeriodicEventStream.ACTION, this::adjust);
    }
  }

  private Reply get(GetPeriodicEventStream.Request request, Instant now) {
    return requests.reply(
        new GetPeriodicEventStream.Response(
            streams.open().stream().map(StreamNotices::constant).toList()));
  }

  private Reply adjust(AdjustPeriodicEventStream.Request request, Instant now) {
    boolean done =
        streams.adjust(request.id(), request.params().interval(), request.params().values());
    return requests.reply(
        done
            ? new AdjustPeriodicEventStream.Response(GenericStatus.ACCEPTED, Optional.empty())
            : new AdjustPeriodicEventStream.Response(
                GenericStatus.REJECTED,
                Infos.info("InvalidValue", "no such stream is open, or it cannot be like this")));
  }
}

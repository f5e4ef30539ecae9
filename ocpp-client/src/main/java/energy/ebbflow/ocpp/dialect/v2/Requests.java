package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls a back office may make: read strictly, then handed to whoever knows the subject. */
final class Requests {
  /** Longest reason text that is told; 2.0.1 allows 512 characters. */
  private static final int MAX_ADDITIONAL_INFO = 512;

  private final WireVersion version;
  private final RecordReader reader;
  private final RecordWriter writer;
  private final Map<String, Entry<?>> entries = new HashMap<>();

  Requests(WireVersion version, Station station) {
    this.version = version;
    this.reader = RecordReader.strict(version);
    this.writer = new RecordWriter(version);
    new RemoteRequests(this, station).register();
    new ProfileRequests(this, station).register();
    new DeviceRequests(this, station).register();
  }

  WireVersion version() {
    return version;
  }

  /** What answers one action. */
  interface Body<Q extends Record> {
    Reply answer(Q request, Instant now);
  }

  private record Entry<Q extends Record>(Action<Q, ?> action, Body<Q> body) {}

  <Q extends Record> void on(Action<Q, ?> action, Body<Q> body) {
    entries.put(action.name(), new Entry<>(action, body));
  }

  Reply answer(Frame.Call call, Instant now) {
    Entry<?> entry = entries.get(call.action());
    if (entry == null) {
      return new Reply.Refuse(
          ErrorCode.NOT_IMPLEMENTED,
          "this station does not do " + bounded(call.action(), MAX_ADDITIONAL_INFO));
    }
    try {
      return answer(entry, call, now);
    } catch (JsonFault e) {
      return new Reply.Refuse(ErrorCode.of(e.kind()), e.text());
    }
  }

  private <Q extends Record> Reply answer(Entry<Q> entry, Frame.Call call, Instant now)
      throws JsonFault {
    return entry.body().answer(reader.read(call.payload(), entry.action().request()), now);
  }

  /** An answer and what follows it. */
  Reply.Answer reply(Record response, FollowUp... then) {
    return new Reply.Answer(writer.write(response), List.of(then));
  }

  /** A call of ours that follows an answer. */
  <Q extends Record> FollowUp.Send send(Action<Q, ?> action, Q request) {
    return new FollowUp.Send(new Outgoing(action.name(), writer.write(request)));
  }

  static Optional<StatusInfo> info(String reasonCode, String text) {
    return Optional.of(
        new StatusInfo(
            bounded(reasonCode.isEmpty() ? "NoReason" : reasonCode, 20),
            text.isEmpty() ? Optional.empty() : Optional.of(bounded(text, MAX_ADDITIONAL_INFO))));
  }

  static String bounded(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }
}

package energy.ebbflow.ocpp.dialect;

import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.rpc.Frame;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls a back office may make: read strictly, then handed to whoever knows the subject. */
public final class Requests {
  /** Longest name of an action that an error repeats. */
  private static final int MAX_ACTION = 64;

  private final WireVersion version;
  private final RecordReader reader;
  private final RecordWriter writer;
  private final Map<String, Entry<?>> entries = new HashMap<>();

  /** An empty table. */
  public Requests(WireVersion version) {
    this.version = version;
    this.reader = RecordReader.strict(version);
    this.writer = new RecordWriter(version);
  }

  public WireVersion version() {
    return version;
  }

  /** What answers one action. */
  public interface Body<Q extends Record> {
    Reply answer(Q request, Instant now);
  }

  private record Entry<Q extends Record>(Action<Q, ?> action, Body<Q> body) {}

  /** Names who answers an action. */
  public <Q extends Record> void on(Action<Q, ?> action, Body<Q> body) {
    entries.put(action.name(), new Entry<>(action, body));
  }

  /** Answers a call, or refuses it by the right code. */
  public Reply answer(Frame.Call call, Instant now) {
    Entry<?> entry = entries.get(call.action());
    if (entry == null) {
      return new Reply.Refuse(
          ErrorCode.NOT_IMPLEMENTED,
          "this station does not do " + bounded(call.action(), MAX_ACTION));
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
  public Reply.Answer reply(Record response, FollowUp... then) {
    return new Reply.Answer(writer.write(response), List.of(then));
  }

  /** A call of ours that follows an answer. */
  public <Q extends Record> FollowUp.Send send(Action<Q, ?> action, Q request) {
    return new FollowUp.Send(new Outgoing(action.name(), writer.write(request)));
  }

  /** At most {@code max} characters of a text. */
  public static String bounded(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }
}

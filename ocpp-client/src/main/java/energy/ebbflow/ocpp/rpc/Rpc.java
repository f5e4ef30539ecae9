package energy.ebbflow.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The calls of one connection: one of ours open at a time (OCPP 2.1 part 4, section 4.1.1), the
 * peer's until they are answered. Pure: time is an argument, in nanoseconds from any origin.
 *
 * @param timeoutNanos how long our call may stay unanswered
 * @param open our call that waits for an answer
 * @param answering ids of the peer's calls that wait for our answer
 * @param nonsense frames that were none, since the connection was made
 */
public record Rpc(
    WireVersion version,
    long timeoutNanos,
    Optional<Open> open,
    Set<String> answering,
    int nonsense) {

  /** A peer should have one call open at us; a careless one may have this many. */
  public static final int MAX_ANSWERING = 16;

  /** So many frames that are none make the connection worthless. */
  public static final int MAX_NONSENSE = 10;

  /** Answer to something whose id could not be read (OCPP 2.1 part 4, section 4.2.3). */
  private static final String UNKNOWN_ID = "-1";

  public Rpc {
    answering = Set.copyOf(answering);
  }

  /** Our call that waits. */
  public record Open(Frame.Call call, long deadlineNanos) {}

  /** The next state and what to do. */
  public record Step(Rpc next, List<RpcEffect> effects) {}

  public static Rpc initial(WireVersion version, long timeoutNanos) {
    return new Rpc(version, timeoutNanos, Optional.empty(), Set.of(), 0);
  }

  /** Whether a call may be made now. */
  public boolean idle() {
    return open.isEmpty();
  }

  /** When {@link RpcInput.Tick} is wanted at the latest. */
  public OptionalLong deadlineNanos() {
    return open.map(o -> OptionalLong.of(o.deadlineNanos())).orElseGet(OptionalLong::empty);
  }

  public Step step(RpcInput input, long nowNanos) {
    return switch (input) {
      case RpcInput.Ask ask -> ask(ask.call(), nowNanos);
      case RpcInput.Tell tell -> write(tell.send());
      case RpcInput.Answer answer ->
          answer(answer.id(), new Frame.CallResult(answer.id(), answer.payload()));
      case RpcInput.Refuse refuse ->
          answer(refuse.id(), error(refuse.id(), refuse.code(), refuse.description()));
      case RpcInput.AnswerNotUnderstood answer -> notUnderstood(answer);
      case RpcInput.Arrived arrived -> arrived(FrameText.read(arrived.text(), version));
      case RpcInput.Tick tick -> tick(nowNanos);
      case RpcInput.ConnectionLost lost -> lost();
    };
  }

  private Step ask(Frame.Call call, long nowNanos) {
    if (!idle()) {
      throw new IllegalStateException("a second call while one is open: " + call.action());
    }
    return new Step(
        with(Optional.of(new Open(call, nowNanos + timeoutNanos))),
        List.of(new RpcEffect.Write(call)));
  }

  private Step write(Frame frame) {
    return new Step(this, List.of(new RpcEffect.Write(frame)));
  }

  private Step answer(String id, Frame frame) {
    if (!answering.contains(id)) {
      // The connection was lost meanwhile; the answer belongs to nobody.
      return noticed("answer to a call that is not open any more");
    }
    Set<String> left = new HashSet<>(answering);
    left.remove(id);
    return new Step(
        new Rpc(version, timeoutNanos, open, left, nonsense), List.of(new RpcEffect.Write(frame)));
  }

  private Step notUnderstood(RpcInput.AnswerNotUnderstood answer) {
    if (version != WireVersion.V21) {
      return noticed("answer not understood: " + answer.description());
    }
    return write(
        new Frame.CallResultError(
            answer.id(), answer.code().wire(version), answer.description(), StrictJson.object()));
  }

  private Step arrived(Frame frame) {
    return switch (frame) {
      case Frame.Call call -> asked(call);
      case Frame.CallResult result -> answered(result.id(), result.payload());
      case Frame.CallError error -> refused(error);
      case Frame.CallResultError error ->
          noticed("the peer did not understand our answer: " + error.code());
      case Frame.Send send -> new Step(this, List.of(new RpcEffect.Told(send)));
      case Frame.Garbage garbage -> garbage(garbage);
    };
  }

  private Step asked(Frame.Call call) {
    if (answering.contains(call.id())) {
      return noticed("a call that is being answered came again: " + call.action());
    }
    if (answering.size() >= MAX_ANSWERING) {
      String text = "expected at most " + MAX_ANSWERING + " open calls; this one is not answered";
      return write(error(call.id(), ErrorCode.GENERIC_ERROR, text));
    }
    Set<String> more = new HashSet<>(answering);
    more.add(call.id());
    return new Step(
        new Rpc(version, timeoutNanos, open, more, nonsense), List.of(new RpcEffect.Asked(call)));
  }

  private Step answered(String id, ObjectNode payload) {
    if (open.isEmpty() || !open.get().call().id().equals(id)) {
      return noticed("an answer to no open call; dropped");
    }
    return new Step(
        with(Optional.empty()), List.of(new RpcEffect.Answered(open.get().call(), payload)));
  }

  private Step refused(Frame.CallError error) {
    if (open.isEmpty() || !open.get().call().id().equals(error.id())) {
      return noticed("an error to no open call; dropped: " + error.code());
    }
    return failed(RpcEffect.Cause.REFUSED, error.code() + " " + error.description());
  }

  private Step garbage(Frame.Garbage garbage) {
    int count = nonsense + 1;
    Rpc next = new Rpc(version, timeoutNanos, open, answering, count);
    String text = "frame " + count + " that is none: " + garbage.reason();
    if (count >= MAX_NONSENSE) {
      return new Step(next, List.of(new RpcEffect.GiveUp(text)));
    }
    if (garbage.callId().isEmpty() && version == WireVersion.V16) {
      // 1.6J has no id for it; the frame is dropped (OCPP-J 1.6, section 4.1.4).
      return new Step(next, List.of(new RpcEffect.Noticed(text)));
    }
    String id = garbage.callId().orElse(UNKNOWN_ID);
    return new Step(
        next,
        List.of(
            new RpcEffect.Write(error(id, garbage.code(), garbage.reason())),
            new RpcEffect.Noticed(text)));
  }

  private Step tick(long nowNanos) {
    if (open.isEmpty() || nowNanos - open.get().deadlineNanos() < 0) {
      return new Step(this, List.of());
    }
    return failed(RpcEffect.Cause.TIMEOUT, "no answer in " + timeoutNanos / 1_000_000 + " ms");
  }

  private Step lost() {
    Rpc next = initial(version, timeoutNanos);
    return open.map(
            o ->
                new Step(
                    next,
                    List.<RpcEffect>of(
                        new RpcEffect.Failed(
                            o.call(), RpcEffect.Cause.CONNECTION_LOST, "connection lost"))))
        .orElseGet(() -> new Step(next, List.of()));
  }

  private Step failed(RpcEffect.Cause cause, String detail) {
    return new Step(
        with(Optional.empty()),
        List.of(new RpcEffect.Failed(open.orElseThrow().call(), cause, detail)));
  }

  private Step noticed(String text) {
    return new Step(this, List.of(new RpcEffect.Noticed(text)));
  }

  private Frame.CallError error(String id, ErrorCode code, String description) {
    return new Frame.CallError(id, code.wire(version), description, StrictJson.object());
  }

  private Rpc with(Optional<Open> newOpen) {
    return new Rpc(version, timeoutNanos, newOpen, answering, nonsense);
  }
}

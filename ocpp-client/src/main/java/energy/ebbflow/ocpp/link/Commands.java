package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Commands the station is thinking about. Confined to the link's thread. */
final class Commands {
  /** How long the station may think before the link answers for it. */
  static final long THINKING_NANOS = 5_000_000_000L;

  private final long thinkingNanos;

  Commands(long shortestTimeoutNanos) {
    this.thinkingNanos = Math.max(THINKING_NANOS, shortestTimeoutNanos);
  }

  /**
   * One of them.
   *
   * @param callId absent where the connection that it came by is gone
   */
  private record Open(
      Optional<String> callId,
      Function<StationEvent.CommandResult, Reply.Answer> answer,
      long deadlineNanos) {}

  /** An answer that is ready for the call it belongs to. */
  record Ready(String callId, Reply.Answer answer) {}

  private final Map<Long, Open> open = new LinkedHashMap<>();
  private long last;

  /** Bounded by the calls that may be open at once, {@link energy.ebbflow.ocpp.rpc.Rpc}. */
  BackOfficeCommand ask(String callId, Reply.Ask ask, long nowNanos) {
    last++;
    open.put(last, new Open(Optional.of(callId), ask.answer(), nowNanos + thinkingNanos));
    return ask.command().apply(last);
  }

  /**
   * The station has decided; absent where it was too late, or where nobody waits any more. What
   * follows from the decision is done in any case: the station does what it said it would.
   */
  Optional<Ready> decided(StationEvent.CommandResult result) {
    Optional<Open> decided = Optional.ofNullable(open.remove(result.command()));
    Optional<Reply.Answer> answer = decided.map(one -> one.answer().apply(result));
    return decided.flatMap(Open::callId).map(call -> new Ready(call, answer.orElseThrow()));
  }

  /** Answers for commands over which the station has thought too long. */
  List<Ready> expired(long nowNanos) {
    List<Ready> ready = new ArrayList<>();
    for (Map.Entry<Long, Open> entry : List.copyOf(open.entrySet())) {
      if (nowNanos - entry.getValue().deadlineNanos() >= 0) {
        String reason = "no answer from the station in " + thinkingNanos / 1_000_000_000L + " s";
        decided(new StationEvent.CommandResult(entry.getKey(), false, reason))
            .ifPresent(ready::add);
      }
    }
    return ready;
  }

  OptionalLong deadlineNanos() {
    return open.values().stream().mapToLong(Open::deadlineNanos).min();
  }

  /** The connection is gone, nobody waits for the answers any more. */
  void forget() {
    open.replaceAll((id, one) -> new Open(Optional.empty(), one.answer(), one.deadlineNanos()));
  }
}

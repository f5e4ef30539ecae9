package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step of one protocol's session came to.
 *
 * @param <S> the protocol's session
 * @param next empty when the session is over
 * @param effects in order
 * @param paused where it is over for now only
 */
public record SessionStep<S>(
    Optional<S> next, List<SeccEffect> effects, Optional<PausedSession> paused) {
  public SessionStep {
    effects = List.copyOf(effects);
  }

  /** The session goes on. */
  public static <S> SessionStep<S> on(S next, List<SeccEffect> effects) {
    return new SessionStep<>(Optional.of(next), effects, Optional.empty());
  }

  /** The session broke. */
  public static <S> SessionStep<S> broken(String reason, Optional<? extends V2gMessage> response) {
    List<SeccEffect> effects = new ArrayList<>();
    // Power off comes first: the vehicle may read the answer when it likes.
    effects.add(new SeccEffect.SessionFailed(reason));
    response.ifPresent(message -> effects.add(new SeccEffect.Respond(message)));
    effects.add(new SeccEffect.CloseLink(reason));
    return new SessionStep<>(Optional.empty(), effects, Optional.empty());
  }
}

package energy.ebbflow.simulator.ev.talk;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * What a vehicle knows of a session in one protocol, and the little that {@link Conversation} must
 * know of the protocol. Immutable.
 *
 * @param <S> the implementing record itself
 */
public interface TalkSession<S extends TalkSession<S>> {
  /** Why an answer ends the session whatever the state: a FAILED code, another session's id. */
  Optional<String> refusal(V2gMessage answer);

  /** The same with the id of a session that does not exist, for a vehicle that misbehaves. */
  S foreign();

  /** A request that belongs nowhere near {@code state}, for a vehicle that misbehaves. */
  V2gMessage outOfOrder(Talk<S> talk, EvContext context);

  /** The request with its limits negated where it has any, for a vehicle that misbehaves. */
  V2gMessage negative(V2gMessage request);
}

package energy.ebbflow.simulator.ev.sap;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkSession;
import java.util.Optional;

/** There is no session yet. */
public record SapSession() implements TalkSession<SapSession> {
  private static final Octets NO_SESSION = Octets.of(new byte[8]);

  /** The first request is due at once. */
  public static Talk<SapSession> begin(long nanos) {
    return Talk.begin(new SapSession(), new SupportedAppProtocol(), nanos);
  }

  @Override
  public Optional<String> refusal(V2gMessage answer) {
    return Optional.empty();
  }

  /** A request without session id cannot have a wrong one. */
  @Override
  public SapSession foreign() {
    return this;
  }

  @Override
  public V2gMessage outOfOrder(Talk<SapSession> talk, EvContext context) {
    MessageHeader header =
        new MessageHeader(NO_SESSION, context.time().utcSeconds(), Optional.empty());
    return new SessionSetupRequest(header, context.config().evccId());
  }

  /** There are no limits in it. */
  @Override
  public V2gMessage negative(V2gMessage request) {
    return request;
  }
}

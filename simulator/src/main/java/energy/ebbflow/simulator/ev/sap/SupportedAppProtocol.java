package energy.ebbflow.simulator.ev.sap;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.ResponseCode;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Offers what the vehicle speaks, the most wanted with priority 1 [V2G20-167]. */
public record SupportedAppProtocol() implements TalkState<SapSession> {
  @Override
  public V2gMessage request(Talk<SapSession> talk, EvContext context) {
    List<AppProtocol> offers = new ArrayList<>();
    for (EvProtocol protocol : context.config().protocols().spoken()) {
      offers.add(protocol.offer(offers.size() + 1));
    }
    return new SupportedAppProtocolRequest(offers);
  }

  @Override
  public Turn<SapSession> answer(V2gMessage answer, Talk<SapSession> talk, EvContext context) {
    if (!(answer instanceof SupportedAppProtocolResponse response)) {
      return unexpected(answer);
    }
    List<EvProtocol> spoken = context.config().protocols().spoken();
    if (response.responseCode() == ResponseCode.FAILED_NO_NEGOTIATION) {
      return new Turn.Fail<>("the charger speaks no protocol of this vehicle");
    }
    if (response.schemaId().isEmpty()) {
      // The id may be left out; then it can only be the one that was offered.
      return spoken.size() == 1
          ? new Turn.Choose<>(spoken.getFirst())
          : new Turn.Fail<>("the charger agreed without saying to which of " + spoken.size());
    }
    int id = response.schemaId().get();
    return spoken.stream()
        .filter(protocol -> protocol.schemaId() == id)
        .findFirst()
        .<Turn<SapSession>>map(Turn.Choose::new)
        .orElseGet(() -> new Turn.Fail<>("the charger chose schema " + id));
  }

  @Override
  public String phase() {
    return "setup";
  }

  /** Without a session there is nothing to stop. */
  @Override
  public Optional<TalkState<SapSession>> stopping(SapSession session, boolean pause) {
    return Optional.empty();
  }
}

package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptResponse;
import energy.ebbflow.simulator.ev.iso2.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Confirms the meter's value, unsigned: there is no contract to sign with. Then the loop goes on.
 *
 * @param meter what the charger has sent
 * @param loop where to go on
 */
public record MeteringReceipt(MeterInfo meter, Iso2State loop) implements Iso2State {
  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new MeteringReceiptRequest(
        Optional.empty(), session.sessionId(), Optional.of(session.tupleId()), meter);
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof MeteringReceiptResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.evseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    return switch (Status.wish(response.evseStatus())) {
      case NONE -> on(loop, session);
      case STOP -> on(end(session, false), session);
      case RENEGOTIATE -> on(new PowerDeliveryRenegotiate(), session);
    };
  }

  private TalkState<Iso2Session> end(Iso2Session session, boolean pause) {
    return loop.stopping(session, pause).orElse(loop);
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public Optional<TalkState<Iso2Session>> stopping(Iso2Session session, boolean pause) {
    return Optional.of(end(session, pause));
  }
}

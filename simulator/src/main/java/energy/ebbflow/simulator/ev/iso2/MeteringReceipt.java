package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.MeterInfo;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptResponse;
import energy.ebbflow.simulator.ev.exchange.Turn;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import java.util.Optional;

/**
 * Confirms the meter's value, unsigned: there is no contract to sign with. Then the loop goes on.
 *
 * @param meter what the charger has sent
 * @param loop where to go on
 */
public record MeteringReceipt(MeterInfo meter, Iso2State loop) implements Iso2State {
  @Override
  public BodyElement request(Iso2Learnt learnt, EvContext context) {
    return new MeteringReceiptRequest(
        Optional.empty(), learnt.sessionId(), Optional.of(learnt.tupleId()), meter);
  }

  @Override
  public Turn<BodyElement, Iso2Learnt> answer(
      BodyElement answer, Iso2Learnt learnt, EvContext context, double seconds) {
    if (!(answer instanceof MeteringReceiptResponse response)) {
      return unexpected(answer);
    }
    Optional<String> danger = Status.danger(response.evseStatus());
    if (danger.isPresent()) {
      return new Turn.Fail<>(danger.get());
    }
    return switch (Status.wish(response.evseStatus())) {
      case NONE -> Turn.on(loop, learnt);
      case STOP -> Turn.on(stop(learnt, context), learnt, new EvEffect.Allow(0));
      case RENEGOTIATE -> Turn.on(new PowerDeliveryRenegotiate(), learnt);
    };
  }

  private Iso2State stop(Iso2Learnt learnt, EvContext context) {
    return loop.ending(learnt, context).<Iso2State>map(s -> s).orElse(loop);
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public Optional<Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.of(stop(learnt, context));
  }
}

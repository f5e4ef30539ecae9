package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/** Tells its limits and its state of charge, again and again, while energy flows either way. */
public record ChargeLoop() implements Iso20State {
  /** DC_ChargeLoopReq has the shortest time-out. */
  static final double TIMEOUT_SECONDS = 0.5;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new DcChargeLoopRequest(
        talk.session().header(context),
        Optional.of(display(context)),
        false,
        Limits.tenths(context.body().inletVolts()),
        Limits.now(context, talk.session().bidirectional()));
  }

  private static DisplayParameters display(EvContext context) {
    BodyView body = context.body();
    return new DisplayParameters(
        Optional.of((int) Math.round(body.socPercent())),
        Optional.of(context.config().needs().minimumSocPercent()),
        Optional.of(context.config().needs().targetSocPercent()),
        Optional.of(100),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(body.chargeAmpsNow() <= 0),
        Optional.of(Limits.watts(context.config().body().battery().capacityWattHours())),
        Optional.of(false));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof DcChargeLoopResponse response)) {
      return unexpected(answer);
    }
    Optional<EvseNotification> wish = response.evseStatus().map(EvseStatus::evseNotification);
    if (wish.isPresent() && wish.get() == EvseNotification.TERMINATE) {
      return new Turn.On<>(talk.session(), new PowerDeliveryStop(false));
    }
    if (wish.isPresent() && wish.get() == EvseNotification.PAUSE) {
      return new Turn.On<>(talk.session(), new PowerDeliveryStop(true));
    }
    boolean full =
        !talk.session().bidirectional()
            && context.body().socPercent() >= context.config().needs().targetSocPercent();
    if (full) {
      return new Turn.On<>(talk.session(), new PowerDeliveryStop(false));
    }
    return new Turn.Again<>(talk.session(), this, context.config().habits().loopSeconds());
  }

  @Override
  public double timeoutSeconds() {
    return TIMEOUT_SECONDS;
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public boolean energised() {
    return true;
  }
}

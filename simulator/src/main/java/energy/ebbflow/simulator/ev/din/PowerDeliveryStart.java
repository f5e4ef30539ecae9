package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.charge.ChargingProfile;
import energy.ebbflow.iso15118.message.din.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.din.charge.EvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.din.charge.ProfileEntry;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.din.wire.Status;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.TalkState;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** Asks for energy by the charger's schedule. */
public record PowerDeliveryStart() implements DinState {
  @Override
  public BodyElement body(DinSession session, EvContext context) {
    int watts = (int) Math.min(Short.MAX_VALUE, DcBattery.chargeWatts(context));
    return new PowerDeliveryRequest(
        true,
        Optional.of(new ChargingProfile(session.tupleId(), List.of(new ProfileEntry(0, watts)))),
        parameter(context, false));
  }

  /** Every PowerDeliveryReq carries the vehicle's status. */
  static Optional<EvPowerDeliveryParameter> parameter(EvContext context, boolean complete) {
    return Optional.of(
        new DcEvPowerDeliveryParameter(Status.own(context), Optional.of(false), complete));
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof PowerDeliveryResponse response)) {
      return unexpected(answer);
    }
    return Status.danger(response.evseStatus())
        .<Turn<DinSession>>map(Turn.Fail::new)
        .orElseGet(() -> on(CurrentDemand.first(), session.flowing(true)));
  }

  @Override
  public String phase() {
    return "charge";
  }

  @Override
  public Optional<TalkState<DinSession>> stopping(DinSession session, boolean pause) {
    return Optional.of(new PowerDeliveryStop());
  }
}

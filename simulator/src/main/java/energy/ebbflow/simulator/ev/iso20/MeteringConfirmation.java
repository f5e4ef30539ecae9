package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.MeterInfo;
import energy.ebbflow.iso15118.message.iso20.Receipt;
import energy.ebbflow.iso15118.message.iso20.metering.DynamicSmdtControlMode;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationResponse;
import energy.ebbflow.iso15118.message.iso20.metering.ScheduledSmdtControlMode;
import energy.ebbflow.iso15118.message.iso20.metering.SignedMeteringData;
import energy.ebbflow.iso15118.message.iso20.metering.SmdtControlMode;
import energy.ebbflow.simulator.ev.iso20.plan.Plan;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/**
 * Confirms the reading of the charger's meter. Without a contract there is no key to sign it with.
 *
 * @param meter the reading of the last answer in the loop
 * @param receipt that came with it
 */
public record MeteringConfirmation(MeterInfo meter, Optional<Receipt> receipt)
    implements Iso20State {
  private static final String ID = "id1";

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    Optional<Plan> plan = talk.session().plan();
    SmdtControlMode mode =
        plan.<SmdtControlMode>map(taken -> new ScheduledSmdtControlMode(taken.tupleId()))
            .orElseGet(DynamicSmdtControlMode::new);
    return new MeteringConfirmationRequest(
        talk.session().header(context),
        new SignedMeteringData(ID, talk.session().sessionId(), meter, receipt, mode));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    return answer instanceof MeteringConfirmationResponse
        ? new Turn.On<>(talk.session(), ChargeLoop.of(talk.session()))
        : unexpected(answer);
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

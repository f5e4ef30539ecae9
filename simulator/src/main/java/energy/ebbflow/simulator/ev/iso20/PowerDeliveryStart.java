package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.power.ChannelSelection;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.DynamicEvpptControlMode;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfile;
import energy.ebbflow.iso15118.message.iso20.power.EvPowerProfileEntryList;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.PowerScheduleEntry;
import energy.ebbflow.simulator.ev.iso20.plan.Plan;
import energy.ebbflow.simulator.ev.iso20.wire.AcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.DcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.Wire;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Asks for energy, also by another profile while it flows. The power profile is optional in the
 * schema, but chargers exist that refuse a start without one.
 */
public record PowerDeliveryStart() implements Iso20State {
  /** For how long the profile holds: a day, longer than any dynamic session looks ahead. */
  private static final long PROFILE_SECONDS = 86_400;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    Iso20Session session = talk.session();
    EvPowerProfile profile =
        session.plan().map(Plan::profile).orElseGet(() -> dynamic(session, context));
    boolean out = session.plan().filter(plan -> plan.slots().getFirst().watts() < 0).isPresent();
    return new PowerDeliveryRequest(
        session.header(context),
        Processing.FINISHED,
        ChargeProgress.START,
        Optional.of(profile),
        session.bidirectional()
            ? Optional.of(out ? ChannelSelection.DISCHARGE : ChannelSelection.CHARGE)
            : Optional.empty());
  }

  private static EvPowerProfile dynamic(Iso20Session session, EvContext context) {
    double watts;
    if (session.dc()) {
      watts = DcLimits.chargeWattsNow(context);
    } else {
      AcLimits ac = AcLimits.now(context, session.needs(context), session.bidirectional());
      watts = ac.charge() * ac.phases();
    }
    PowerScheduleEntry entry =
        new PowerScheduleEntry(
            PROFILE_SECONDS, Wire.watts(watts), Optional.empty(), Optional.empty());
    return new EvPowerProfile(
        context.time().utcSeconds(),
        new DynamicEvpptControlMode(),
        new EvPowerProfileEntryList(List.of(entry)));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    return answer instanceof PowerDeliveryResponse
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

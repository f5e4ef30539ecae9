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
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Asks for energy. The power profile is optional in the schema, but chargers exist that refuse a
 * start without one.
 */
public record PowerDeliveryStart() implements Iso20State {
  /** For how long the profile holds: a day, longer than any dynamic session looks ahead. */
  private static final long PROFILE_SECONDS = 86_400;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    PowerScheduleEntry entry =
        new PowerScheduleEntry(
            PROFILE_SECONDS,
            Limits.watts(Limits.chargeWattsNow(context)),
            Optional.empty(),
            Optional.empty());
    return new PowerDeliveryRequest(
        talk.session().header(context),
        Processing.FINISHED,
        ChargeProgress.START,
        Optional.of(
            new EvPowerProfile(
                context.time().utcSeconds(),
                new DynamicEvpptControlMode(),
                new EvPowerProfileEntryList(List.of(entry)))),
        talk.session().bidirectional() ? Optional.of(ChannelSelection.CHARGE) : Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    return answer instanceof PowerDeliveryResponse
        ? new Turn.On<>(talk.session(), new ChargeLoop())
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

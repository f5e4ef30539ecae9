package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.schedule.DynamicSeReqControlMode;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** Tells the mobility needs; dynamic control, so no schedule comes back. */
public record ScheduleExchange() implements Iso20State {
  /** Fewest points a vehicle has to support. */
  private static final int SUPPORTING_POINTS = 12;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    EvConfig.Needs needs = context.config().needs();
    return new ScheduleExchangeRequest(
        talk.session().header(context),
        SUPPORTING_POINTS,
        new DynamicSeReqControlMode(
            needs.departureSeconds(),
            Optional.of(needs.minimumSocPercent()),
            Optional.of(needs.targetSocPercent()),
            Limits.watts(Limits.wattHoursTo(context, needs.targetSocPercent())),
            Limits.watts(Limits.wattHoursTo(context, 100)),
            Limits.watts(Limits.wattHoursTo(context, needs.minimumSocPercent())),
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof ScheduleExchangeResponse response)) {
      return unexpected(answer);
    }
    if (response.evseProcessing() == Processing.FINISHED) {
      // The charger may close its contactors for the cable check in state C or D only.
      return new Turn.On<>(talk.session(), new CableCheck(), List.of(new EvEffect.Ready(true)));
    }
    if (talk.over(ONGOING_SECONDS, context)) {
      return new Turn.Fail<>("no schedule within " + ONGOING_SECONDS + " s");
    }
    return new Turn.Again<>(talk.session(), this, context.config().habits().pollSeconds());
  }

  @Override
  public String phase() {
    return "setup";
  }
}

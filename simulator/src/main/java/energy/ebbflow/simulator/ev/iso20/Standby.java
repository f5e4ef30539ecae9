package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.EvseNotification;
import energy.ebbflow.iso15118.message.iso20.EvseStatus;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.simulator.ev.iso20.wire.Ending;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Rests without energy while the session lives: the request is repeated so that the charger hears
 * of the vehicle, and the vehicle of the charger's wish that it comes back.
 *
 * @param resting the charger has agreed
 */
public record Standby(boolean resting) implements Iso20State {
  /** From an answer to the next request; the charger gives up after 60 s without one. */
  static final double REST_SECONDS = 5;

  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new PowerDeliveryRequest(
        talk.session().header(context),
        Processing.FINISHED,
        ChargeProgress.STANDBY,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    if (!(answer instanceof PowerDeliveryResponse response)) {
      return unexpected(answer);
    }
    Iso20Session session = talk.session();
    if (response.responseCode() == ResponseCode.WARNING_STANDBY_NOT_ALLOWED) {
      Iso20Session refused = session.with(session.agreed().withoutStandby());
      return resting
          ? awake(refused)
          : new Turn.On<>(
              refused,
              ChargeLoop.of(refused),
              List.of(new EvEffect.Note("the charger allows no standby")));
    }
    Optional<EvseNotification> wish = response.evseStatus().map(EvseStatus::evseNotification);
    if (wish.equals(Optional.of(EvseNotification.EXIT_STANDBY))) {
      return awake(session.with(session.agreed().withoutStandby()));
    }
    if (!context.wishes().standby()) {
      return awake(session);
    }
    if (wish.equals(Optional.of(EvseNotification.TERMINATE))) {
      return new Turn.On<>(session, new PowerDeliveryStop(Ending.TERMINATE));
    }
    if (wish.equals(Optional.of(EvseNotification.PAUSE))) {
      return new Turn.On<>(session, new PowerDeliveryStop(Ending.PAUSE));
    }
    List<EvEffect> rest =
        resting ? List.of() : List.of(new EvEffect.Allow(0), new EvEffect.Contactor(false));
    return new Turn.Again<>(session, new Standby(true), REST_SECONDS, rest);
  }

  /** The way back: by DC the cable is tested and charged up again. */
  private Turn<Iso20Session> awake(Iso20Session session) {
    return session.dc()
        ? new Turn.On<>(session, new CableCheck())
        : new Turn.On<>(session, new PowerDeliveryStart());
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

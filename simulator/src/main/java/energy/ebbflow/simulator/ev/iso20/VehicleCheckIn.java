package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.parking.EvCheckInStatus;
import energy.ebbflow.iso15118.message.iso20.parking.ParkingMethod;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/** Tells that it stands at its place; parked by a person, so there is nothing to be measured. */
public record VehicleCheckIn() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    return new VehicleCheckInRequest(
        talk.session().header(context),
        EvCheckInStatus.CHECK_IN,
        ParkingMethod.MANUAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    return answer instanceof VehicleCheckInResponse
        ? new Turn.On<>(talk.session(), new ChargeParameterDiscovery())
        : unexpected(answer);
  }

  @Override
  public String phase() {
    return "setup";
  }
}

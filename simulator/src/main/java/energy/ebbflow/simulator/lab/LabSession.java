package energy.ebbflow.simulator.lab;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.evse.VehicleSession;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.secc.SeccSession;
import java.util.Optional;

/** The charger's session behind the outlet's word for it. */
record LabSession(SeccSession session) implements VehicleSession {

  static VehicleSession.Factory factory(SeccConfig config) {
    return (Octets freshId, Optional<VehicleSession> previous) ->
        new LabSession(
            SeccSession.initial(
                config,
                freshId.toArray(),
                previous
                    .filter(LabSession.class::isInstance)
                    .map(LabSession.class::cast)
                    .flatMap(before -> before.session().paused())));
  }

  @Override
  public Step step(SeccInput input, EvseView view, long nowNanos) {
    SeccSession.Step step = session.step(input, view, nowNanos);
    return new Step(new LabSession(step.next()), step.effects());
  }
}

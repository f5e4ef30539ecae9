package energy.ebbflow.simulator.ev;

import energy.ebbflow.simulator.ev.body.BodySpec;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.util.List;
import java.util.Optional;

/** Vehicles for tests: those of the files, speaking something else. */
public final class Vehicles {
  private Vehicles() {}

  /** The same vehicle with an on-board charger for one phase of 32 A. */
  public static EvConfig singlePhase(EvConfig v) {
    return v.with(
        new BodySpec(
            v.body().battery(),
            v.body().soc(),
            Optional.of(new OnboardChargerSpec(1, 32, 6, 0.5, 10, 0.93)),
            v.body().pilot(),
            v.body().contactor(),
            v.body().cableAmps()));
  }

  /** A vehicle of the files that speaks one protocol only. */
  public static EvConfig speaking(String name, EvProtocol protocol) throws Exception {
    EvConfig v = VehicleFile.read(name);
    EvConfig.Protocols p = v.protocols();
    return v.with(
        new EvConfig.Protocols(
            List.of(protocol), p.bidirectional(), true, p.tls(), false, p.sae(), p.dcInlet()));
  }
}

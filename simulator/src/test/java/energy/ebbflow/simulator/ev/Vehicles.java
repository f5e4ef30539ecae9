package energy.ebbflow.simulator.ev;

import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import java.util.List;

/** Vehicles for tests: those of the files, speaking something else. */
public final class Vehicles {
  private Vehicles() {}

  /** A vehicle of the files that speaks one protocol only. */
  public static EvConfig speaking(String name, EvProtocol protocol) throws Exception {
    EvConfig v = VehicleFile.read(name);
    EvConfig.Protocols p = v.protocols();
    return v.with(
        new EvConfig.Protocols(
            List.of(protocol), p.bidirectional(), true, p.tls(), false, p.sae(), p.dcInlet()));
  }
}

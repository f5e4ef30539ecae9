package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import java.io.IOException;
import java.util.Optional;

/** What the vehicle is plugged into, as its thread sees it. Never blocks. */
interface Station extends AutoCloseable {
  /** The newest terminals of the station, if they have changed. */
  Optional<StationTerminals> poll() throws IOException;

  /** Shows the station the vehicle's terminals. */
  void show(VehicleTerminals terminals) throws IOException;

  /** Hears what the charger says on the network. */
  void heard(V2gMessage message);

  @Override
  void close() throws IOException;
}

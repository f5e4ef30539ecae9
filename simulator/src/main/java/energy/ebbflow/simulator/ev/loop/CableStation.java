package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.cable.CableClient;
import energy.ebbflow.simulator.cable.CableException;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A board of the bench at the other end of the cable's socket. */
final class CableStation implements Station {
  private final CableClient client;

  CableStation(Path path) throws IOException {
    this.client = CableClient.connect(path);
  }

  @Override
  public Optional<StationTerminals> poll() throws IOException {
    try {
      return client.poll();
    } catch (CableException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }

  @Override
  public void show(VehicleTerminals terminals) throws IOException {
    client.send(terminals);
  }

  /** The cable knows better than what the charger says. */
  @Override
  public void heard(V2gMessage message) {}

  @Override
  public void close() throws IOException {
    client.close();
  }
}

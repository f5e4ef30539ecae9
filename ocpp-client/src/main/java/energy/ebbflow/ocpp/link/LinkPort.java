package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.RpcTap;
import java.util.Optional;

/** What the link wants from the world. Called on the link's thread; nothing here blocks. */
public interface LinkPort {
  /**
   * Begins one attempt to connect; {@link Link#opened} or {@link Link#closed} follows.
   *
   * @param password for basic authentication
   */
  void connect(Optional<String> password);

  /** Puts one text frame on the wire. */
  void send(String text);

  /** Puts a ping on the wire. */
  void ping();

  /** Closes the connection; {@link Link#closed} follows. */
  void disconnect(String reason);

  /** Hands a command to the station. */
  void command(BackOfficeCommand command);

  /** Shows a frame to whoever looks on. */
  void seen(RpcTap.Direction direction, Frame frame);

  /** A number from 0 inclusive to 1 exclusive, by chance. */
  double chance();

  /** A message id that was never used before, at most 36 characters. */
  String freshId();
}

package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.network.Endpoint;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.RpcTap;

/** What the link wants from the world. Called on the link's thread; nothing here blocks. */
public interface LinkPort {
  /**
   * Begins one attempt to connect; {@link Link#opened} or {@link Link#closed} follows.
   *
   * @param endpoint where, and as whom
   */
  void connect(Endpoint endpoint);

  /** Puts one text frame on the wire. */
  void send(String text);

  /** Puts a ping on the wire. */
  void ping();

  /** Closes the connection; {@link Link#closed} follows. */
  void disconnect(String reason);

  /** Hands a command to the station. */
  void command(BackOfficeCommand command);

  /** Begins something that takes long; {@link Link#ended} follows. */
  void begin(long number, Errand errand);

  /** Something that was begun is not wanted any more; its end is not told. */
  void abandon(long number);

  /** Shows a frame to whoever looks on. */
  void seen(RpcTap.Direction direction, Frame frame);

  /** A number from 0 inclusive to 1 exclusive, by chance. */
  double chance();

  /** A message id that was never used before, at most 36 characters. */
  String freshId();
}

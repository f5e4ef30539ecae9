package energy.ebbflow.ocpp.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.rpc.Frame;
import java.time.Instant;
import java.util.Optional;

/**
 * One dialect of OCPP: the station's events as calls, the back office's calls as commands. Holds no
 * state of its own; confined to the link's thread.
 */
public interface Dialect {
  WireVersion version();

  /** The station introduces itself. */
  Outgoing boot(String reason);

  BootAnswer bootAnswer(ObjectNode payload) throws JsonFault;

  Outgoing heartbeat();

  /** An event of a transaction; absent where this dialect has nothing to say about it. */
  Optional<Outgoing> transaction(QueuedEvent event);

  /** What the back office says of the token of a transaction, in its own word. */
  Optional<String> tokenStatus(QueuedEvent event, ObjectNode payload) throws JsonFault;

  Outgoing authorise(IdToken token);

  /** What the back office says of a token, in its own word; {@link #ACCEPTED} is yes. */
  String authoriseAnswer(ObjectNode payload) throws JsonFault;

  Outgoing status(StationEvent.ConnectorStatus status);

  Optional<Outgoing> fault(StationEvent.Fault fault, int eventId);

  Optional<Outgoing> needs(StationEvent.ChargingNeeds needs, Instant now);

  Outgoing security(StationStore.SecurityEvent event);

  /** A call of the back office. */
  Reply asked(Frame.Call call, Instant now);

  /** Spelling of yes in every dialect. */
  String ACCEPTED = "Accepted";
}

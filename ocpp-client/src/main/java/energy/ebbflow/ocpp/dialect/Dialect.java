package energy.ebbflow.ocpp.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.outbox.SecurityEvents;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.token.TokenVerdict;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * One dialect of OCPP: the station's events as calls, the back office's calls as commands. Confined
 * to the link's thread.
 */
public interface Dialect {
  WireVersion version();

  /** The station introduces itself. */
  Outgoing boot(String reason);

  BootAnswer bootAnswer(ObjectNode payload) throws JsonFault;

  Outgoing heartbeat();

  /** What time the back office says it is. */
  Instant heartbeatAnswer(ObjectNode payload) throws JsonFault;

  /** An event of a transaction; absent where this dialect has nothing to say about it. */
  Optional<Outgoing> transaction(QueuedEvent event);

  /**
   * The back office answered an event of a transaction.
   *
   * @return what it says of the token, if it says anything
   */
  Optional<TokenVerdict> transactionAnswer(QueuedEvent event, ObjectNode payload) throws JsonFault;

  /** The back office refused an event of a transaction for good. */
  default void transactionRefused(String transaction, StationEvent.Transaction.Kind kind) {}

  /** Whether an event of a transaction changes the state of its connector; never in 2.x. */
  default boolean changesStatus(StationEvent.Transaction event) {
    return false;
  }

  /** The question whether a token may charge; absent where this dialect cannot carry the token. */
  Optional<Outgoing> authorise(IdToken token);

  /** What the back office says of a token. */
  TokenVerdict authoriseAnswer(ObjectNode payload) throws JsonFault;

  /** How energy may flow for that token; absent where the answer does not say, or cannot. */
  default Optional<Set<EnergyTransfer>> authoriseAllows(ObjectNode payload) throws JsonFault {
    return Optional.empty();
  }

  /** The tariff for that token, as it came; only 2.1 has one. */
  default Optional<JsonNode> authoriseTariff(ObjectNode payload) throws JsonFault {
    return Optional.empty();
  }

  /** Words for the user of that token (I01); absent where there are none. */
  default Optional<String> authoriseWords(ObjectNode payload) throws JsonFault {
    return Optional.empty();
  }

  Outgoing status(StationEvent.ConnectorStatus status);

  Optional<Outgoing> fault(StationEvent.Fault fault, int eventId);

  /**
   * What charging by duty cycle makes known.
   *
   * @param eventIds numbers of the events that it is told by
   */
  Outgoing minimumCurrent(StationEvent.MinimumCurrent told, IntSupplier eventIds);

  Optional<Outgoing> needs(StationEvent.ChargingNeeds needs, Instant now);

  Outgoing security(SecurityEvents.Event event);

  /** A notice as a call; absent where this dialect cannot carry it. */
  Optional<Outgoing> notice(Notice notice);

  /** What the back office said to a notice. */
  NoticeAnswer noticeAnswer(Notice notice, ObjectNode payload) throws JsonFault;

  /** A call of the back office. */
  Reply asked(Frame.Call call, Instant now);
}

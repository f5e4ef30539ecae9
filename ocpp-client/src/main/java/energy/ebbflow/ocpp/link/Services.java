package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.errand.ErrandEnd;
import energy.ebbflow.ocpp.rpc.RpcEffect;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.upkeep.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of the station, and what becomes of what they want. Confined to the link's thread.
 */
final class Services {
  private static final Logger LOG = LoggerFactory.getLogger(Services.class);

  /** Effects in one go; more means that two services answer each other. */
  private static final int MAX_EFFECTS = 1_000;

  private final Station station;
  private final LinkPort port;
  private final Outbound outbound;
  private final BooleanSupplier online;
  private final Consumer<String> reconnect;

  /** Bounded by the notices that wait. */
  private final Deque<Notice> unsaid = new ArrayDeque<>();

  Services(
      Station station,
      LinkPort port,
      Outbound outbound,
      BooleanSupplier online,
      Consumer<String> reconnect) {
    this.station = station;
    this.port = port;
    this.outbound = outbound;
    this.online = online;
    this.reconnect = reconnect;
    outbound.unsayable(this::unsayable);
  }

  void tick(Moment now) {
    while (!unsaid.isEmpty()) {
      unheard(unsaid.removeFirst(), now);
    }
    each(service -> service.tick(now), now);
  }

  void accepted(Moment now) {
    each(service -> service.accepted(now), now);
  }

  void heard(Notice notice, NoticeAnswer answer, Moment now) {
    if (answer instanceof NoticeAnswer.Passed passed) {
      port.command(passed.command());
    }
    each(service -> service.heard(notice, answer, now), now);
  }

  void unheard(Notice notice, Moment now) {
    each(service -> service.unheard(notice, now), now);
  }

  /** A call was lost or refused. */
  void failed(Notice notice, RpcEffect.Cause cause, Moment now) {
    if (cause == RpcEffect.Cause.CONNECTION_LOST && notice.patient()) {
      outbound.tellAgain(notice);
    } else {
      unheard(notice, now);
    }
  }

  /** The dialect has no words for it; told with the next {@link #tick}. */
  private void unsayable(Notice notice) {
    LOG.info("{} cannot be told in this dialect", notice.getClass().getSimpleName());
    unsaid.add(notice);
  }

  void ended(ErrandEnd end, Moment now) {
    each(service -> service.ended(end, now), now);
  }

  OptionalLong dueNanos(Moment now) {
    if (!unsaid.isEmpty()) {
      return OptionalLong.of(now.nanos());
    }
    return station.services().stream()
        .map(service -> service.dueNanos(now))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min();
  }

  private void each(Consumer<Service> work, Moment now) {
    for (Service service : station.services()) {
      try {
        work.accept(service);
      } catch (StorageException e) {
        LOG.error("{}: {}", service.getClass().getSimpleName(), e.getMessage());
      }
    }
    drain(now);
  }

  /** Does what the services want, also what they want because of it. */
  void drain(Moment now) {
    Optional<Effect> effect = station.nextEffect();
    for (int i = 0; effect.isPresent() && i < MAX_EFFECTS; i++) {
      carryOut(effect.get(), now);
      effect = station.nextEffect();
    }
  }

  private void carryOut(Effect effect, Moment now) {
    switch (effect) {
      case Effect.Tell tell -> {
        if (!tell.notice().patient() && !online.getAsBoolean()) {
          unheardAll(tell.notice(), now);
        } else {
          outbound.tell(tell.notice());
        }
      }
      case Effect.Begin begin -> port.begin(begin.number(), begin.errand());
      case Effect.Abandon abandon -> port.abandon(abandon.number());
      case Effect.Security security -> outbound.security(security.kind(), security.info(), now);
      case Effect.Command command -> port.command(command.command());
      case Effect.ClockReading _ ->
          outbound.tellTransactions("MeterValueClock", Optional.empty(), now);
      case Effect.TellTransaction tell ->
          outbound.tellTransactions(tell.trigger(), Optional.of(tell.evse()), now);
      case Effect.Reconnect again -> reconnect.accept(again.reason());
      case Effect.TellStatus status -> outbound.tellStatusAgain(status.evse(), now.instant());
    }
  }

  /** Without draining: whoever drains already goes on with what comes of it. */
  private void unheardAll(Notice notice, Moment now) {
    for (Service service : station.services()) {
      service.unheard(notice, now);
    }
  }
}

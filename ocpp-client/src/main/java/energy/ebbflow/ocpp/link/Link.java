package energy.ebbflow.ocpp.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.BootAnswer;
import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.errand.ErrandEnd;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.FrameText;
import energy.ebbflow.ocpp.rpc.Rpc;
import energy.ebbflow.ocpp.rpc.RpcEffect;
import energy.ebbflow.ocpp.rpc.RpcInput;
import energy.ebbflow.ocpp.rpc.RpcTap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One link to a back office: connects, registers, sends what waits, carries out what comes.
 * Confined to the link's thread; reads no clock, every method is given the moment.
 */
public final class Link {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /** A scheduled change of a profile is looked at so often at least: clocks may be set. */
  private static final long LONGEST_SLEEP_NANOS = 60_000_000_000L;

  private enum Connection {
    DOWN,
    CONNECTING,
    UP,
    /** Given up by us; its end has not been told yet. */
    LEAVING
  }

  private final Station station;
  private final LinkPort port;
  private final Map<WireVersion, Dialect> dialects;
  private final long shortestTimeoutNanos;
  private final Commands commands;
  private final Bounds bounds;
  private final Outbound outbound;
  private final Services services;
  private final Calls calls;
  private final Clockwork clock;
  private Dialect dialect;
  private Connection connection = Connection.DOWN;
  private Rpc rpc;
  private Backoff backoff;
  private Registration registration;
  private KeepAlive keepAlive;
  private Optional<Purpose> open = Optional.empty();
  private Optional<WireVersion> registeredAs = Optional.empty();
  private long connectAtNanos;
  private long downSinceNanos;
  private boolean started;
  private volatile boolean online;

  /**
   * A link that is not connected yet; {@link #start} begins.
   *
   * @param shortestTimeoutNanos least time in which the peer can answer, 0 outside the bench
   */
  public Link(
      Station station,
      Map<WireVersion, Dialect> dialects,
      LinkPort port,
      long shortestTimeoutNanos) {
    this.shortestTimeoutNanos = shortestTimeoutNanos;
    this.station = station;
    this.port = port;
    this.dialects = Map.copyOf(dialects);
    this.dialect = dialectOf(station.config().versions().getFirst());
    this.commands = new Commands(shortestTimeoutNanos);
    this.bounds = new Bounds(station);
    this.outbound = new Outbound(station, port);
    this.clock = new Clockwork(station, outbound);
    this.services = new Services(station, port, outbound, this::online, this::leave);
    this.calls = new Calls(station);
    this.rpc = Rpc.initial(dialect.version(), timeoutNanos());
    this.backoff = Backoff.of(station.device());
    this.registration = Registration.initial(0);
    this.keepAlive = KeepAlive.initial(0, timeoutNanos(), 0);
  }

  private Dialect dialectOf(WireVersion version) {
    Dialect found = dialects.get(version);
    if (found == null) {
      throw new IllegalArgumentException("this firmware does not speak " + version);
    }
    return found;
  }

  private long timeoutNanos() {
    return Math.max(
        shortestTimeoutNanos, seconds(station.device().number(Variables.MESSAGE_TIMEOUT)));
  }

  private static long seconds(int seconds) {
    return seconds * 1_000_000_000L;
  }

  /** Connected and accepted. Any thread. */
  public boolean online() {
    return online;
  }

  /** Begins to connect; once. Before it nothing is sent, and no command is given. */
  public void start(Moment now) {
    if (started) {
      return;
    }
    started = true;
    registration = Registration.initial(now.nanos());
    connectAtNanos = now.nanos();
    downSinceNanos = now.nanos();
    outbound.security("StartupOfTheDevice", station.config().bootReason(), now);
    station.outOfService().again().forEach(port::command);
    tick(now);
  }

  /** The connection is made; {@code subprotocol} is what the back office chose. */
  public void opened(String subprotocol, Moment now) {
    Optional<WireVersion> chosen =
        calls.endpoint().versions().stream()
            .filter(v -> v.subprotocol().equals(subprotocol))
            .findFirst();
    if (chosen.isEmpty()) {
      leave("the back office chose a dialect that was not offered: " + subprotocol);
      return;
    }
    if (chosen.get() != dialect.version()) {
      outbound.forgetCalls();
    }
    dialect = dialectOf(chosen.get());
    if (registeredAs.isPresent() && registeredAs.get() != chosen.get()) {
      registration = registration.again(now.nanos());
    }
    connection = Connection.UP;
    rpc = Rpc.initial(dialect.version(), timeoutNanos());
    keepAlive =
        KeepAlive.initial(
            seconds(station.device().number(Variables.PING_INTERVAL)), timeoutNanos(), now.nanos());
    LOG.info("connected to the back office, {}", subprotocol);
    if (registration.accepted()) {
      goOnline(now, "connected again, " + subprotocol);
    }
    tick(now);
  }

  /** The attempt failed or the connection is gone. */
  public void closed(String reason, Moment now) {
    boolean wasUp = connection == Connection.UP || connection == Connection.LEAVING;
    if (connection == Connection.CONNECTING && calls.failed()) {
      elsewhere(now);
    }
    connection = Connection.DOWN;
    if (wasUp) {
      downSinceNanos = now.nanos();
      apply(rpc.step(new RpcInput.ConnectionLost(), now.nanos()), now);
      commands.forget();
      outbound.connectionLost(now);
      outbound.takeImpatient().forEach(notice -> services.unheard(notice, now));
      registration = registration.connectionLost(now.nanos());
    }
    Backoff.Step wait = backoff.failed(port.chance());
    backoff = wait.next();
    connectAtNanos = now.nanos() + wait.waitNanos();
    LOG.warn(
        "back office: {}; next attempt in {} s",
        reason,
        String.format("%.1f", wait.waitNanos() / 1e9));
    if (online) {
      online = false;
      port.command(new BackOfficeCommand.LinkChanged(false, reason));
    }
  }

  /** Another back office is called from now on, which does not know the station yet. */
  private void elsewhere(Moment now) {
    registration = registration.again(now.nanos());
    backoff = Backoff.of(station.device());
  }

  /** The other side is not who it should be, or thinks so of us; {@link #closed} follows. */
  public void mistrust(String securityEvent, String reason, Moment now) {
    calls.mistrust(securityEvent, reason);
    services.drain(now);
  }

  /** An errand has ended. */
  public void ended(ErrandEnd end, Moment now) {
    services.ended(end, now);
    tick(now);
  }

  /** A text frame arrived. */
  public void text(String text, Moment now) {
    if (connection != Connection.UP) {
      return;
    }
    keepAlive = keepAlive.heard(now.nanos());
    port.seen(RpcTap.Direction.CSMS_TO_CS, FrameText.read(text, dialect.version()));
    apply(rpc.step(new RpcInput.Arrived(text), now.nanos()), now);
    tick(now);
  }

  /** Anything else arrived: a ping or a pong. */
  public void heard(Moment now) {
    keepAlive = keepAlive.heard(now.nanos());
  }

  /** An event that need not be durable. */
  public void report(StationEvent event, Moment now) {
    switch (event) {
      case StationEvent.ConnectorStatus status -> outbound.status(status);
      case StationEvent.AuthorisationQuestion question -> outbound.question(question, online, now);
      case StationEvent.CommandResult result ->
          commands.decided(result).ifPresent(ready -> answer(ready.callId(), ready.answer(), now));
      case StationEvent.Fault fault -> outbound.fault(dialect, fault);
      case StationEvent.MinimumCurrent told -> outbound.minimumCurrent(dialect, told);
      case StationEvent.OfEnergy energy -> station.energy().hear(energy, now);
      case StationEvent.Transaction transaction -> stored(transaction, now);
      case StationEvent.ForServices told -> station.told(told);
    }
    tick(now);
  }

  /** A transaction event is on disk. */
  private void stored(StationEvent.Transaction event, Moment now) {
    outbound.stored(dialect, event);
    try {
      bounds.follow(event);
      station.follow(event);
    } catch (StorageException e) {
      LOG.error("{}; profiles and reservations stay as they were", e.getMessage());
    }
    tellBounds(now);
  }

  private void tellBounds(Moment now) {
    if (!started) {
      return;
    }
    bounds.changes(now.instant()).forEach(port::command);
  }

  /** Time has passed; also does whatever has become possible. */
  public void tick(Moment read) {
    if (!started) {
      return;
    }
    Moment now = clock.tick(read, open.isEmpty());
    for (Commands.Ready ready : commands.expired(now.nanos())) {
      answer(ready.callId(), ready.answer(), now);
    }
    services.tick(now);
    if (clock.moved() || bounds.stale(now.instant())) {
      tellBounds(now);
    }
    switch (connection) {
      case DOWN -> {
        if (now.nanos() - connectAtNanos >= 0) {
          connection = Connection.CONNECTING;
          port.connect(calls.begin());
        }
      }
      case CONNECTING, LEAVING -> {}
      case UP -> {
        apply(rpc.step(new RpcInput.Tick(), now.nanos()), now);
        keepAlive(now);
        sendNext(now);
      }
    }
  }

  /** Once; what still arrives on this connection is not heard any more. */
  private void leave(String reason) {
    if (connection != Connection.LEAVING) {
      connection = Connection.LEAVING;
      port.disconnect(reason);
    }
  }

  private void keepAlive(Moment now) {
    switch (keepAlive.wish(now.nanos())) {
      case NOTHING -> {}
      case PING -> {
        keepAlive = keepAlive.pinged(now.nanos());
        port.ping();
      }
      case CLOSE ->
          leave(
              "nothing heard for "
                  + (now.nanos() - keepAlive.heardNanos()) / 1_000_000
                  + " ms, the connection is half open");
    }
  }

  private void sendNext(Moment now) {
    if (connection != Connection.UP || !rpc.idle()) {
      return;
    }
    if (registration.bootDue(now.nanos())) {
      registration = registration.asked();
      send(new Outbound.Next(dialect.boot(station.config().bootReason()), new Purpose.Boot()), now);
      return;
    }
    outbound.next(dialect, registration, now).ifPresent(next -> send(next, now));
  }

  private void send(Outbound.Next next, Moment now) {
    open = Optional.of(next.purpose());
    Outgoing call = next.call();
    apply(
        rpc.step(
            new RpcInput.Ask(new Frame.Call(port.freshId(), call.action(), call.payload())),
            now.nanos()),
        now);
    clock.asked(now);
    registration = registration.heard(now.nanos());
  }

  private void apply(Rpc.Step step, Moment now) {
    rpc = step.next();
    for (RpcEffect effect : step.effects()) {
      switch (effect) {
        case RpcEffect.Write write -> {
          port.seen(RpcTap.Direction.CS_TO_CSMS, write.frame());
          port.send(FrameText.write(write.frame()));
        }
        case RpcEffect.Answered answered -> answered(answered.call(), answered.payload(), now);
        case RpcEffect.Failed failed -> failed(failed, now);
        case RpcEffect.Asked asked -> asked(asked.call(), now);
        case RpcEffect.Told told -> LOG.info("{} is not for this station", told.send().action());
        case RpcEffect.Noticed noticed -> LOG.warn("back office: {}", noticed.text());
        case RpcEffect.GiveUp giveUp -> {
          outbound.security("InvalidMessages", giveUp.reason(), now);
          leave(giveUp.reason());
        }
      }
    }
  }

  private void answered(Frame.Call call, ObjectNode payload, Moment heard) {
    Purpose purpose = open.orElseGet(Purpose.Plain::new);
    open = Optional.empty();
    Moment now = heard;
    try {
      now = clock.answered(dialect, purpose, payload, heard);
      if (purpose instanceof Purpose.Boot) {
        registered(dialect.bootAnswer(payload), now);
      } else if (purpose instanceof Purpose.Tell tell) {
        services.heard(tell.notice(), dialect.noticeAnswer(tell.notice(), payload), now);
      } else {
        outbound.answered(dialect, purpose, payload, now);
      }
    } catch (StorageException e) {
      LOG.error("{}: {}", call.action(), e.getMessage());
    } catch (JsonFault e) {
      LOG.warn("{}: answer not understood: {}", call.action(), e.text());
      apply(
          rpc.step(
              new RpcInput.AnswerNotUnderstood(call.id(), ErrorCode.of(e.kind()), e.text()),
              now.nanos()),
          now);
      if (purpose instanceof Purpose.Boot) {
        registration = registration.failed(now.nanos());
      } else if (purpose instanceof Purpose.Tell tell) {
        services.unheard(tell.notice(), now);
      } else {
        outbound.notUnderstood(purpose, now);
      }
    }
  }

  private void registered(BootAnswer answer, Moment now) {
    registration = registration.answered(answer.verdict(), answer.intervalSeconds(), now.nanos());
    LOG.info("registration {}, interval {} s", answer.verdict(), answer.intervalSeconds());
    if (registration.accepted()) {
      backoff = Backoff.of(station.device());
      registeredAs = Optional.of(dialect.version());
      station.heartbeatEvery(Duration.ofNanos(registration.intervalNanos()));
      outbound.allStatuses();
      goOnline(now, "accepted, " + dialect.version().subprotocol());
    }
  }

  private void goOnline(Moment now, String detail) {
    backoff = Backoff.of(station.device());
    calls.accepted();
    long threshold = seconds(station.device().number(Variables.OFFLINE_THRESHOLD));
    if (now.nanos() - downSinceNanos > threshold) {
      // B04.FR.01: after a long absence every state is told, after a short one what has changed.
      outbound.allStatuses();
    }
    if (!online) {
      online = true;
      port.command(new BackOfficeCommand.LinkChanged(true, detail));
      tellBounds(now);
      services.accepted(now);
    }
  }

  private void failed(RpcEffect.Failed failed, Moment now) {
    Purpose purpose = open.orElseGet(Purpose.Plain::new);
    open = Optional.empty();
    LOG.warn("{}: {} {}", failed.call().action(), failed.cause(), failed.detail());
    if (purpose instanceof Purpose.Boot) {
      registration =
          failed.cause() == RpcEffect.Cause.CONNECTION_LOST
              ? registration.connectionLost(now.nanos())
              : registration.failed(now.nanos());
    } else if (purpose instanceof Purpose.Tell tell) {
      services.failed(tell.notice(), failed.cause(), now);
    } else {
      outbound.failed(dialect, purpose, failed, now);
    }
  }

  private void asked(Frame.Call call, Moment now) {
    switch (Admission.considered(call, registration, dialect, now)) {
      case Reply.Answer answer -> answer(call.id(), answer, now);
      case Reply.Refuse refuse -> refuse(call, refuse.code(), refuse.text(), now);
      case Reply.Ask ask -> port.command(commands.ask(call.id(), ask, now.nanos()));
    }
  }

  private void refuse(Frame.Call call, ErrorCode code, String text, Moment now) {
    LOG.warn("{} of the back office is refused: {}", call.action(), text);
    apply(rpc.step(new RpcInput.Refuse(call.id(), code, text), now.nanos()), now);
  }

  private void answer(String callId, Reply.Answer answer, Moment now) {
    apply(rpc.step(new RpcInput.Answer(callId, answer.payload()), now.nanos()), now);
    for (FollowUp follow : answer.then()) {
      switch (follow) {
        case FollowUp.Send send -> outbound.triggered(send.call());
        case FollowUp.Boot boot -> registration = registration.again(now.nanos());
        case FollowUp.TellStatus tell -> outbound.tellStatuses(dialect, tell.evse());
        case FollowUp.TellTransactions tell -> outbound.tellTransactions(tell.evse(), now);
        case FollowUp.ProfilesChanged changed -> tellBounds(now);
        case FollowUp.HeartbeatChanged changed ->
            registration =
                registration.heartbeatEvery(
                    seconds(station.device().number(Variables.HEARTBEAT_INTERVAL)), now.nanos());
        case FollowUp.NetworkChanged changed -> {
          if (calls.ordered()) {
            elsewhere(now);
            leave("another network profile");
          }
        }
        case FollowUp.Reconnect reconnect -> {
          outbound.security("ReconfigurationOfSecurityParameters", reconnect.reason(), now);
          leave(reconnect.reason());
        }
      }
    }
  }

  /** When {@link #tick} is wanted at the latest, in nanoseconds of the link's clock. */
  public long nextNanos(Moment now) {
    long next = now.nanos() + LONGEST_SLEEP_NANOS;
    if (!started) {
      return next;
    }
    if (bounds.due().isPresent()) {
      long wait = now.nanosUntil(bounds.due().get());
      next = Math.min(next, now.nanos() + Math.min(wait, LONGEST_SLEEP_NANOS));
    }
    next = Math.min(next, commands.deadlineNanos().orElse(next));
    next = clock.sooner(Math.min(next, services.dueNanos(now).orElse(next)), now);
    if (connection == Connection.DOWN) {
      return Math.min(next, connectAtNanos);
    }
    if (connection == Connection.UP) {
      next = Math.min(next, rpc.deadlineNanos().orElse(next));
      next = Math.min(next, keepAlive.dueNanos());
      if (rpc.idle()) {
        next = Math.min(next, registration.deadlineNanos().orElse(next));
        next = Math.min(next, outbound.dueNanos().orElse(next));
      }
    }
    return next;
  }
}

package energy.ebbflow.ocpp.transport;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOffice;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.errand.ErrandRunner;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Link;
import energy.ebbflow.ocpp.link.LinkPort;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.network.Endpoint;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.RpcTap;
import energy.ebbflow.ocpp.time.Timescale;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one {@link Link} on a thread of its own, with the WebSocket client and the clock. Its
 * methods may be called from any thread.
 */
public final class LinkRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkRunner.class);

  /** Events on their way to the link's thread; more means that the thread hangs. */
  public static final int MAX_PENDING = 1_024;

  /** Parts of handshakes that may wait for the thread that checks; there is one at a time. */
  private static final int MAX_CHECKS = 64;

  /** A tick is never closer than this to the one before, whatever the clock's speed. */
  private static final long SHORTEST_WAIT_NANOS = 1_000_000L;

  private static final long SHUTDOWN_SECONDS = 2;

  private final OcppConfig config;
  private final LinkClock clock;
  private final FrameWatch watch;
  private final CertificateStore certificates;
  private final ErrandRunner errands;
  private final MultiThreadIoEventLoopGroup group;
  private final ExecutorService checks;
  private final EventLoop loop;
  private final Port port = new Port();
  private final Link link;
  private final AtomicInteger pending = new AtomicInteger();
  private volatile BackOffice.@Nullable CommandSink sink;
  private @Nullable WebSocketAttempt attempt;
  private @Nullable Future<?> timer;
  private boolean closing;

  /**
   * A runner that does nothing before {@link #start}.
   *
   * @param makeLink makes the link for the port it is given
   */
  public LinkRunner(
      OcppConfig config,
      Station station,
      StationPorts ports,
      LinkClock clock,
      RpcTap tap,
      Function<LinkPort, Link> makeLink) {
    Endpoint first = station.networks().endpoint(station.networks().active());
    CertificateStore certificates = station.certificates();
    this.config = config;
    this.clock = clock;
    this.watch = new FrameWatch(tap);
    this.certificates = certificates;
    this.errands =
        new ErrandRunner(
            ports,
            () -> FileTrust.context(certificates, config.revocation(), validity()),
            station.store().security(),
            Path.of(config.database() + ".files"));
    // A wrong file is told before anything runs.
    TlsTrust.of(first, config, certificates, validity());
    this.group =
        new MultiThreadIoEventLoopGroup(
            1,
            new DefaultThreadFactory("ocpp-" + config.identity(), true),
            NioIoHandler.newFactory());
    this.loop = group.next();
    this.checks =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_CHECKS),
            new DefaultThreadFactory("ocpp-tls-" + config.identity(), true));
    this.link = makeLink.apply(port);
  }

  /** A machine without a clock of its own still checks certificates by the time that is known. */
  private Optional<Instant> validity() {
    return clock
        .timescale()
        .machine()
        .filter(shown -> !Timescale.plausible(shown))
        .map(none -> clock.now().instant());
  }

  /** Begins to connect. */
  public void start(BackOffice.CommandSink commands) {
    sink = commands;
    loop.execute(() -> turn(link::start));
  }

  public boolean online() {
    return link.online();
  }

  /** Hands an event to the link; returns whether there was room. */
  public boolean report(StationEvent event) {
    if (pending.incrementAndGet() > MAX_PENDING) {
      pending.decrementAndGet();
      if (event instanceof StationEvent.AuthorisationQuestion question) {
        // Somebody stands there and waits: no answer would be the worst one.
        port.command(
            new BackOfficeCommand.AuthorisationAnswer(question.request(), false, "Overloaded"));
      }
      return false;
    }
    loop.execute(
        () -> {
          pending.decrementAndGet();
          turn(now -> link.report(event, now));
        });
    return true;
  }

  /** Does one thing on the link's thread; a failure of it ends the connection, not the thread. */
  private void turn(Consumer<Moment> work) {
    if (closing) {
      return;
    }
    try {
      work.accept(clock.now());
    } catch (RuntimeException e) {
      LOG.error("the back office link failed: {}; it is made anew", e.getMessage(), e);
      WebSocketAttempt current = attempt;
      if (current != null) {
        current.close("internal failure");
      }
    }
    schedule();
  }

  private void schedule() {
    Future<?> before = timer;
    if (before != null) {
      before.cancel(false);
    }
    long wait = clock.realNanosUntil(link.nextNanos(clock.now()));
    timer =
        loop.schedule(
            () -> turn(link::tick), Math.max(wait, SHORTEST_WAIT_NANOS), TimeUnit.NANOSECONDS);
  }

  /** Closes the connection and ends the thread. */
  @Override
  public void close() {
    loop.execute(
        () -> {
          closing = true;
          WebSocketAttempt current = attempt;
          if (current != null) {
            current.close("the station shuts down");
          }
        });
    errands.close();
    checks.shutdownNow();
    group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    try {
      if (!group.awaitTermination(2 * SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the back office link did not end in {} s", 2 * SHUTDOWN_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static URI address(Endpoint endpoint) {
    String base = endpoint.url().toString();
    String identity =
        URLEncoder.encode(endpoint.identity(), StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(base + (base.endsWith("/") ? "" : "/") + identity);
  }

  private final class Port implements LinkPort, WebSocketAttempt.Listener {
    @Override
    public void connect(Endpoint endpoint) {
      Optional<SslContext> tls;
      try {
        tls = TlsTrust.of(endpoint, config, certificates, validity());
      } catch (IllegalArgumentException e) {
        loop.execute(() -> closed(String.valueOf(e.getMessage()), Optional.empty()));
        return;
      }
      String subprotocols =
          endpoint.versions().stream()
              .map(WireVersion::subprotocol)
              .collect(Collectors.joining(", "));
      attempt =
          WebSocketAttempt.begin(
              loop,
              new WebSocketAttempt.Target(
                  address(endpoint),
                  subprotocols,
                  endpoint.identity(),
                  endpoint.password(),
                  tls,
                  checks),
              this);
    }

    @Override
    public void send(String text) {
      WebSocketAttempt current = attempt;
      if (current != null) {
        current.send(text);
      }
    }

    @Override
    public void ping() {
      WebSocketAttempt current = attempt;
      if (current != null) {
        current.ping();
      }
    }

    @Override
    public void disconnect(String reason) {
      WebSocketAttempt current = attempt;
      if (current != null) {
        current.close(reason);
      }
    }

    @Override
    public void command(BackOfficeCommand command) {
      BackOffice.CommandSink commands = sink;
      if (commands != null) {
        commands.offer(command);
      }
    }

    @Override
    public void begin(long number, Errand errand) {
      errands.begin(number, errand, end -> loop.execute(() -> turn(now -> link.ended(end, now))));
    }

    @Override
    public void abandon(long number) {
      errands.abandon(number);
    }

    @Override
    public void seen(RpcTap.Direction direction, Frame frame) {
      watch.seen(direction, frame);
    }

    @Override
    public double chance() {
      return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public String freshId() {
      return UUID.randomUUID().toString();
    }

    @Override
    public void opened(String subprotocol) {
      turn(now -> link.opened(subprotocol, now));
    }

    @Override
    public void text(String text) {
      turn(now -> link.text(text, now));
    }

    @Override
    public void pong() {
      turn(link::heard);
    }

    @Override
    public void closed(String reason, Optional<String> securityEvent) {
      attempt = null;
      securityEvent.ifPresent(event -> turn(now -> link.mistrust(event, reason, now)));
      turn(now -> link.closed(reason, now));
    }
  }
}

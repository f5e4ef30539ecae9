package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import energy.ebbflow.iso15118.transport.tls.ChargerTls;
import energy.ebbflow.iso15118.transport.tls.NothingValidException;
import energy.ebbflow.iso15118.transport.tls.TlsWarmUp;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The charger's side of the link: discovery, TCP and TLS for one EVSE. It has two threads of its
 * own, one for discovery and accepting, one for the links. Thread-safe.
 */
public final class SeccServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SeccServer.class);
  private static final AtomicLong LINK_IDS = new AtomicLong();
  private static final long BIND_RETRY_MILLIS = 100;

  /** V2G_DST_TCP_DATA is one of 49152 to 65535 (ISO 15118-2 Table 14, RFC 6335). */
  static final int FIRST_DATA_PORT = 49_152;

  private static final int DATA_PORTS = 0x10000 - FIRST_DATA_PORT;
  private static final int MAX_PORTS_TRIED = 32;
  private static final long CLOSE_SECONDS = 5;

  private final SeccServerConfig config;
  private final EventLoopGroup acceptor;
  private final EventLoopGroup links;

  /** Everything that is open; what comes in after the end is closed at once. */
  private final ChannelGroup channels =
      new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

  private final LinkSlot slot = new LinkSlot();
  private volatile boolean discoverable = true;
  private @Nullable Inet6Address address;
  private @Nullable Channel plain;
  private @Nullable Channel secured;
  private @Nullable Channel discovery;

  private SeccServer(SeccServerConfig config) {
    this.config = config;
    this.acceptor = group("secc-accept");
    this.links = group("secc-link");
  }

  /**
   * Opens the ports. Blocks until they are open, at most five seconds for a fresh interface.
   *
   * @param credentials empty only where TLS is off
   * @throws TransportException when a port, the interface or the key material cannot be used
   */
  public static SeccServer start(
      SeccServerConfig config, Optional<Credentials> credentials, SeccSink sink, FrameTap tap)
      throws TransportException {
    SeccServer server = new SeccServer(config);
    try {
      server.open(credentials, sink, tap);
      return server;
    } catch (TransportException failed) {
      server.close();
      throw failed;
    }
  }

  /** Whether vehicles are answered when they look for us; true at the start. */
  public void discoverable(boolean answer) {
    discoverable = answer;
  }

  /** Port without TLS. */
  public OptionalInt tcpPort() {
    return port(plain);
  }

  /** Port with TLS. */
  public OptionalInt tlsPort() {
    return port(secured);
  }

  /** UDP port of the discovery server. */
  public OptionalInt sdpPort() {
    return port(discovery);
  }

  /** The address we listen on, with its scope. */
  public Inet6Address address() {
    Inet6Address bound = address;
    if (bound == null) {
      throw new IllegalStateException("the server is not open");
    }
    return bound;
  }

  /** Closes all ports and links; each link's session hears of it. */
  @Override
  public void close() {
    // Netty's loop may end without closing its channels when the end comes while it runs tasks.
    boolean closed = channels.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    for (EventLoopGroup group : new EventLoopGroup[] {acceptor, links}) {
      group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
    }
    closed &=
        acceptor.terminationFuture().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS)
            && links.terminationFuture().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    if (!closed) {
      LOG.warn("the vehicle link did not close within {} s", CLOSE_SECONDS);
    }
  }

  private void open(Optional<Credentials> credentials, SeccSink sink, FrameTap tap)
      throws TransportException {
    Optional<ChargerTls> contexts = tls(credentials);
    contexts.ifPresent(TlsWarmUp::start);
    contexts.ifPresent(this::refreshRegularly);
    Optional<NetworkInterface> network = Optional.empty();
    if (config.interfaceName().isPresent()) {
      network = Optional.of(Endpoints.named(config.interfaceName().get()));
    }
    long giveUp =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TransportLimits.ADDRESS_WAIT_MILLIS);
    Inet6Address own = ownAddress(network, giveUp);
    address = own;
    if (config.tls() != TlsPolicy.REQUIRED) {
      plain = listen(own, config.tcpPort(), Optional.empty(), sink, tap, giveUp);
    }
    if (contexts.isPresent()) {
      secured = listen(own, config.tlsPort(), contexts, sink, tap, giveUp);
    }
    discovery = discovery(own, network, tap);
    rehearseDiscovery();
    LOG.info(
        "vehicle link on {}: SDP {}, TCP {}, TLS {}",
        own.getHostAddress(),
        text(sdpPort()),
        text(tcpPort()),
        text(tlsPort()));
  }

  /** Empty where TLS is off, or optional and without a chain that is valid now. */
  private Optional<ChargerTls> tls(Optional<Credentials> credentials) throws TransportException {
    if (config.tls() == TlsPolicy.OFF) {
      return Optional.empty();
    }
    Credentials own =
        credentials.orElseThrow(
            () -> new TransportException("TLS is on, but no key material was given"));
    try {
      return Optional.of(
          ChargerTls.of(
              own, config.vehicleCertificateRequired(), new SecureRandom(), config.keyLog()));
    } catch (NothingValidException expired) {
      if (config.tls() == TlsPolicy.REQUIRED) {
        throw expired;
      }
      LOG.error("{}; vehicles are served without TLS", expired.getMessage());
      return Optional.empty();
    }
  }

  /** On the thread that answers discovery: it has nothing to do while a vehicle charges. */
  private void refreshRegularly(ChargerTls tls) {
    acceptor
        .next()
        .scheduleWithFixedDelay(
            tls::refresh,
            TransportLimits.TLS_REFRESH_SECONDS,
            TransportLimits.TLS_REFRESH_SECONDS,
            TimeUnit.SECONDS);
  }

  private Inet6Address ownAddress(Optional<NetworkInterface> network, long giveUp)
      throws TransportException {
    if (network.isEmpty()) {
      return Endpoints.loopback();
    }
    while (true) {
      Optional<Inet6Address> found = Endpoints.linkLocal(network.get());
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() - giveUp >= 0) {
        throw new TransportException(
            "interface "
                + network.get().getName()
                + " has no IPv6 link-local address after "
                + TransportLimits.ADDRESS_WAIT_MILLIS
                + " ms; is it up, and is IPv6 enabled on it?");
      }
      pause();
    }
  }

  private Channel listen(
      Inet6Address own,
      int port,
      Optional<ChargerTls> contexts,
      SeccSink sink,
      FrameTap tap,
      long giveUp)
      throws TransportException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptor, links)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, TransportLimits.ACCEPT_BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    admit(channel, contexts, sink, tap);
                  }
                });
    while (true) {
      ChannelFuture bound = bind(bootstrap, own, port);
      if (bound.isSuccess()) {
        channels.add(bound.channel());
        return bound.channel();
      }
      // A link-local address cannot be bound before duplicate address detection is over.
      if (System.nanoTime() - giveUp >= 0) {
        throw new TransportException(
            "cannot listen on TCP "
                + own.getHostAddress()
                + (port == 0 ? "" : " port " + port)
                + ": "
                + bound.cause().getMessage(),
            bound.cause());
      }
      pause();
    }
  }

  /**
   * Binds the port, or a free one of the range the standard gives to the data socket: vehicles
   * refuse a discovery answer with another, and what the kernel would choose is often outside it.
   */
  private static ChannelFuture bind(ServerBootstrap bootstrap, Inet6Address own, int port) {
    if (port != 0) {
      return bootstrap.bind(new InetSocketAddress(own, port)).awaitUninterruptibly();
    }
    int first = ThreadLocalRandom.current().nextInt(DATA_PORTS);
    for (int i = 0; ; i++) {
      int candidate = FIRST_DATA_PORT + (first + i) % DATA_PORTS;
      ChannelFuture bound =
          bootstrap.bind(new InetSocketAddress(own, candidate)).awaitUninterruptibly();
      if (bound.isSuccess() || i == MAX_PORTS_TRIED) {
        return bound;
      }
    }
  }

  private void admit(
      SocketChannel channel, Optional<ChargerTls> contexts, SeccSink sink, FrameTap tap) {
    if (channel.remoteAddress() == null) {
      channel.close();
      return;
    }
    channels.add(channel);
    WireClock clock = new WireClock(System.nanoTime());
    FrameDecoder decoder = new FrameDecoder();
    SeccConnection connection =
        new SeccConnection(
            LINK_IDS.incrementAndGet(),
            contexts.isPresent(),
            channel,
            slot,
            sink,
            tap,
            clock,
            decoder);
    if (!connection.admitted()) {
      return;
    }
    channel.pipeline().addLast("wire", clock);
    contexts.ifPresent(
        tls ->
            channel.pipeline().addLast("tls", tls.handler(TransportLimits.TLS_HANDSHAKE_MILLIS)));
    channel.pipeline().addLast("frames", decoder).addLast("connection", connection);
  }

  private Channel discovery(Inet6Address own, Optional<NetworkInterface> network, FrameTap tap)
      throws TransportException {
    int scope = network.isPresent() ? own.getScopeId() : 0;
    Bootstrap bootstrap =
        new Bootstrap()
            .group(acceptor)
            .channelFactory(() -> new NioDatagramChannel(SocketProtocolFamily.INET6))
            .option(ChannelOption.SO_REUSEADDR, network.isPresent())
            .handler(new SdpServer(scope, this::answer, tap));
    InetSocketAddress local =
        network.isPresent()
            ? new InetSocketAddress("::", config.sdpPort())
            : new InetSocketAddress(own, config.sdpPort());
    ChannelFuture bound = bootstrap.bind(local).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new TransportException(
          "cannot listen on UDP port "
              + config.sdpPort()
              + " for SDP: "
              + bound.cause().getMessage()
              + "; does another charger run here?",
          bound.cause());
    }
    NioDatagramChannel channel = (NioDatagramChannel) bound.channel();
    channels.add(channel);
    if (network.isPresent()) {
      ChannelFuture joined =
          channel
              .joinGroup(
                  new InetSocketAddress(SdpRequest.MULTICAST_GROUP, config.sdpPort()),
                  network.get())
              .awaitUninterruptibly();
      if (!joined.isSuccess()) {
        throw new TransportException(
            "cannot join "
                + SdpRequest.MULTICAST_GROUP
                + " on "
                + network.get().getName()
                + ": "
                + joined.cause().getMessage(),
            joined.cause());
      }
    }
    return channel;
  }

  /** A vehicle gives the first answer 250 ms; the classes behind it are loaded before it asks. */
  private void rehearseDiscovery() throws TransportException {
    try {
      for (Security security : Security.values()) {
        Optional<SdpResponse> answer =
            answer(SdpRequest.parse(new SdpRequest(security).toDatagram()));
        if (answer.isPresent()) {
          SdpResponse.parse(answer.get().toDatagram());
        }
      }
    } catch (V2gtpException impossible) {
      throw new TransportException("our own SDP messages are not understood", impossible);
    }
  }

  private Optional<SdpResponse> answer(SdpRequest request) {
    if (!discoverable) {
      return Optional.empty();
    }
    Security security =
        switch (config.tls()) {
          case OFF -> Security.NONE;
          case OPTIONAL -> request.security();
          // The vehicle hears that there is TLS only; whether it goes on is its decision.
          case REQUIRED -> Security.TLS;
        };
    if (tlsPort().isEmpty()) {
      security = Security.NONE;
    }
    OptionalInt port = security == Security.TLS ? tlsPort() : tcpPort();
    return port.isPresent()
        ? Optional.of(new SdpResponse(address(), port.getAsInt(), security))
        : Optional.empty();
  }

  private static EventLoopGroup group(String name) {
    return new MultiThreadIoEventLoopGroup(
        1, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  private static OptionalInt port(@Nullable Channel channel) {
    return channel == null
        ? OptionalInt.empty()
        : OptionalInt.of(((InetSocketAddress) channel.localAddress()).getPort());
  }

  private static String text(OptionalInt port) {
    return port.isPresent() ? "port " + port.getAsInt() : "off";
  }

  private static void pause() throws TransportException {
    try {
      Thread.sleep(BIND_RETRY_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted while waiting for the interface", stopped);
    }
  }
}

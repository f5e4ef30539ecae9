package energy.ebbflow.simulator.csms.transport;

import energy.ebbflow.simulator.csms.Desk;
import energy.ebbflow.simulator.csms.DeskEffect;
import energy.ebbflow.simulator.csms.DeskInput;
import energy.ebbflow.simulator.csms.Dialect;
import energy.ebbflow.simulator.csms.shape.ShapeBook;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The bench back office on a socket. One thread owns every desk and every connection. */
public final class CsmsServer implements AutoCloseable {
  /** A bench does not need more stations; a stranger that knocks is refused. */
  static final int STATIONS_MAX = 100;

  /** Largest message in bytes. */
  static final int MESSAGE_BYTES_MAX = 1 << 20;

  private static final int HANDSHAKE_BYTES_MAX = 1 << 16;
  private static final long TICK_MILLIS = 10;
  private static final long CLOSE_MILLIS_MAX = 2_000;
  private static final int POLICY_CLOSE_CODE = 1001;

  private final CsmsConfig config;
  private final BenchClock clock;
  private final CsmsListener listener;
  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final Map<Dialect, ShapeBook> books = new EnumMap<>(Dialect.class);
  private Optional<Channel> socket = Optional.empty();

  private static final class Station {
    private final Desk desk;
    private Optional<Channel> channel = Optional.empty();
    private long refusedUntil = Long.MIN_VALUE;

    private Station(Desk desk) {
      this.desk = desk;
    }
  }

  /** A server that does not listen yet. */
  public CsmsServer(CsmsConfig config, BenchClock clock, CsmsListener listener) {
    this.config = config;
    this.clock = clock;
    this.listener = listener;
    // Read before the first station waits for an answer.
    config.dialects().forEach(dialect -> books.put(dialect, dialect.readShapes()));
  }

  /**
   * Listens.
   *
   * @return the port
   * @throws IOException if the address cannot be had; the message says which and why
   */
  public int start() throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(HANDSHAKE_BYTES_MAX))
                        .addLast(new StationHandler(CsmsServer.this));
                  }
                });
    ChannelFuture bound = bootstrap.bind(config.host(), config.port()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loop.shutdownGracefully(0, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS);
      throw new IOException(
          "cannot listen on "
              + config.host()
              + " port "
              + config.port()
              + ": "
              + Optional.ofNullable(bound.cause()).map(Throwable::getMessage).orElse("unknown"),
          bound.cause());
    }
    socket = Optional.of(bound.channel());
    loop.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return ((InetSocketAddress) bound.channel().localAddress()).getPort();
  }

  /** Waits until the server is closed. */
  public void awaitClosed() throws InterruptedException {
    if (socket.isPresent()) {
      socket.get().closeFuture().await();
    }
  }

  @Override
  public void close() {
    socket.ifPresent(channel -> channel.close().awaitUninterruptibly(CLOSE_MILLIS_MAX));
    loop.shutdownGracefully(0, CLOSE_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_MILLIS_MAX);
  }

  CsmsConfig config() {
    return config;
  }

  /** Why a station may not come in now; empty if it may. */
  Optional<String> refusal(String identity) {
    Station station = stations.get(identity);
    if (station == null) {
      return stations.size() < STATIONS_MAX
          ? Optional.empty()
          : Optional.of("more than " + STATIONS_MAX + " stations");
    }
    return station.refusedUntil > clock.nanos()
        ? Optional.of("the script keeps it out")
        : Optional.empty();
  }

  void opened(String identity, Dialect dialect, Channel channel) {
    Station station =
        stations.computeIfAbsent(
            identity, _ -> new Station(new Desk(config.script(), config.epoch(), this::shapes)));
    station.channel.filter(old -> old != channel).ifPresent(Channel::close);
    station.channel = Optional.of(channel);
    handle(identity, station, new DeskInput.Opened(dialect));
  }

  private ShapeBook shapes(Dialect dialect) {
    return books.computeIfAbsent(dialect, Dialect::readShapes);
  }

  void text(String identity, Channel channel, String text) {
    Station station = stations.get(identity);
    if (station != null && station.channel.filter(c -> c == channel).isPresent()) {
      handle(identity, station, new DeskInput.Text(text));
    }
  }

  void closed(String identity, Channel channel, String reason) {
    Station station = stations.get(identity);
    if (station != null && station.channel.filter(c -> c == channel).isPresent()) {
      station.channel = Optional.empty();
      handle(identity, station, new DeskInput.Closed(reason));
    }
  }

  void note(String station, DeskEffect.Level level, String text) {
    listener.heard(station, new DeskEffect.Note(level, text));
  }

  private void tick() {
    stations.forEach((identity, station) -> handle(identity, station, new DeskInput.Tick()));
  }

  private void handle(String identity, Station station, DeskInput input) {
    int rejected = station.desk.rejected();
    int steps = station.desk.stepsTaken();
    boolean booked = false;
    for (DeskEffect effect : station.desk.handle(input, clock.nanos())) {
      switch (effect) {
        case DeskEffect.Send send ->
            station.channel.ifPresent(c -> c.writeAndFlush(new TextWebSocketFrame(send.text())));
        case DeskEffect.Close close -> close(station, close);
        case DeskEffect.Booked _ -> booked = true;
        case DeskEffect.Connected _ -> {}
        case DeskEffect.Seen _ -> {}
        case DeskEffect.Note _ -> {}
      }
      listener.heard(identity, effect);
    }
    if (booked || rejected != station.desk.rejected() || steps != station.desk.stepsTaken()) {
      listener.accounts(identity, station.desk);
    }
  }

  private void close(Station station, DeskEffect.Close close) {
    station.refusedUntil = clock.nanos() + (long) (close.refuseSeconds() * 1e9);
    station.channel.ifPresent(
        channel ->
            channel
                .writeAndFlush(new CloseWebSocketFrame(POLICY_CLOSE_CODE, close.reason()))
                .addListener(_ -> channel.close()));
  }
}

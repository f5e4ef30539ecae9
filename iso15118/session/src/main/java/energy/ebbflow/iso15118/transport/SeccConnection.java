package energy.ebbflow.iso15118.transport;

import energy.ebbflow.exi.ExiException;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.transport.FrameTap.Direction;
import energy.ebbflow.iso15118.transport.tls.TlsFailure;
import energy.ebbflow.iso15118.transport.tls.TlsReady;
import energy.ebbflow.iso15118.transport.tls.TlsRefused;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of the charger's server. All state belongs to the thread of the links. */
final class SeccConnection extends SimpleChannelInboundHandler<RawFrame> implements SeccLink {

  private static final Logger LOG = LoggerFactory.getLogger(SeccConnection.class);

  private enum Phase {
    /** Connected, nothing whole came yet. */
    PENDING,
    /** It is the session's link. */
    ACTIVE,
    /** Ended by us or by the vehicle; what still comes is dropped. */
    ENDED
  }

  private final long id;
  private final boolean tls;
  private final Channel channel;
  private final InetSocketAddress remote;
  private final LinkSlot slot;
  private final SeccSink sink;
  private final FrameTap tap;
  private final WireClock clock;
  private final FrameDecoder decoder;
  private final Coding coding = new Coding();
  private final Conversation conversation = new Conversation();
  private final ArrayDeque<Long> requestNanos = new ArrayDeque<>();
  private final Lookout lookout = new Lookout();
  private Phase phase = Phase.PENDING;
  private boolean mutual;
  private boolean farewell;
  private @Nullable ScheduledFuture<?> deadline;
  private @Nullable ScheduledFuture<?> frameDeadline;

  SeccConnection(
      long id,
      boolean tls,
      Channel channel,
      LinkSlot slot,
      SeccSink sink,
      FrameTap tap,
      WireClock clock,
      FrameDecoder decoder) {
    this.id = id;
    this.tls = tls;
    this.channel = channel;
    this.remote = (InetSocketAddress) channel.remoteAddress();
    this.slot = slot;
    this.sink = sink;
    this.tap = tap;
    this.clock = clock;
    this.decoder = decoder;
  }

  @Override
  public long id() {
    return id;
  }

  InetSocketAddress remote() {
    return remote;
  }

  long lastHeardNanos() {
    return clock.lastReadNanos();
  }

  /** Asks for a place; false when the connection was refused and is being closed. */
  boolean admitted() {
    Optional<String> refusal = slot.arrive(this, System.nanoTime());
    if (refusal.isPresent()) {
      refuse(refusal.get());
      return false;
    }
    tap.connected(address(), tls);
    long millis =
        tls
            ? TransportLimits.TLS_HANDSHAKE_MILLIS + TransportLimits.FIRST_MESSAGE_MILLIS
            : TransportLimits.FIRST_MESSAGE_MILLIS;
    deadline =
        channel
            .eventLoop()
            .schedule(
                () -> refuse("no whole message within " + millis + " ms of connecting"),
                millis,
                TimeUnit.MILLISECONDS);
    return true;
  }

  @Override
  public void send(V2gMessage response) {
    if (!lookout.leave(response)) {
      hand(() -> write(response));
    }
  }

  @Override
  public void close(String reason) {
    hand(() -> endInOrder(reason));
  }

  /** To the thread of the links; to nobody once the server is closed and the thread is gone. */
  private void hand(Runnable action) {
    try {
      channel.eventLoop().execute(action);
    } catch (RejectedExecutionException gone) {
      LOG.debug("link {}: the server is closed, nothing is sent any more", id);
    }
  }

  /** Drops a connection that is no session. */
  void refuse(String reason) {
    if (phase != Phase.PENDING) {
      return;
    }
    leave();
    LOG.debug("vehicle {} refused: {}", name(), reason);
    tap.refused(address(), reason);
    channel.close();
  }

  /** Another connection takes its leave, or a vehicle has come: this one has waited enough. */
  void lingerNoLonger() {
    channel.close();
  }

  /** Ends the session's link at once. */
  void end(String reason) {
    if (phase == Phase.ACTIVE) {
      leave();
      down(reason);
    } else {
      leave();
    }
    channel.close();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, RawFrame frame) {
    if (phase == Phase.ENDED) {
      return;
    }
    cancel(frameDeadline);
    frameDeadline = null;
    if (phase == Phase.PENDING && !becomeActive()) {
      return;
    }
    Optional<MessageSet> set = conversation.setOf(frame.type());
    if (set.isEmpty()) {
      undecodable(frame, set, "payload type " + frame.type() + " is not spoken here");
      return;
    }
    V2gMessage message;
    try {
      message = coding.decode(set.get(), frame.payload());
    } catch (ExiException refused) {
      undecodable(frame, set, String.valueOf(refused.getMessage()));
      return;
    }
    conversation.request(frame.type(), message);
    requestNanos.add(clock.lastReadNanos());
    tap.frame(
        new FrameTap.Frame(
            id,
            Direction.EV_TO_EVSE,
            frame.type(),
            set,
            Optional.of(message),
            frame.payload(),
            OptionalLong.empty()));
    // Responses keep their order: an earlier one may still be on its way to this thread.
    boolean looking = conversation.unanswered() == 1 && lookout.begin();
    offer(new SeccInput.Request(message));
    if (looking && lookout.end() instanceof V2gMessage response) {
      write(response);
    }
    holdBackIfUnanswered();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (phase != Phase.ENDED && frameDeadline == null && !decoder.betweenFrames()) {
      frameDeadline =
          channel
              .eventLoop()
              .schedule(
                  this::frameOverdue, TransportLimits.WHOLE_MESSAGE_MILLIS, TimeUnit.MILLISECONDS);
    }
    ctx.fireChannelReadComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (event instanceof TlsReady ready) {
      mutual = ready.mutual();
      tap.secured(address(), ready.summary(), ready.millis());
    } else if (event instanceof TlsRefused refused) {
      refuse("TLS handshake failed: " + TlsFailure.describe(refused.cause()));
    }
    super.userEventTriggered(ctx, event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (phase == Phase.PENDING) {
      LOG.debug("vehicle {} left before its first message", name());
      leave();
    } else if (phase == Phase.ACTIVE) {
      String reason =
          decoder.betweenFrames()
              ? "the vehicle closed the connection"
              : "the vehicle closed the connection in the middle of a message";
      leave();
      down(reason);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    String detail =
        cause instanceof IOException
            ? "connection lost: " + cause.getMessage()
            : TlsFailure.describe(cause);
    switch (phase) {
      case PENDING -> refuse(detail);
      case ACTIVE -> {
        if (!(cause instanceof IOException)) {
          LOG.warn("vehicle {}: {}; the session ends", name(), detail);
          offer(new SeccInput.Undecodable(detail));
        }
        end(detail);
      }
      case ENDED -> channel.close();
    }
  }

  private boolean becomeActive() {
    Optional<String> refusal = slot.claim(this, System.nanoTime());
    if (refusal.isPresent()) {
      refuse(refusal.get());
      return false;
    }
    cancel(deadline);
    deadline = null;
    phase = Phase.ACTIVE;
    clock.onRead(sink::coming);
    offer(new SeccInput.LinkUp(tls, mutual));
    return phase == Phase.ACTIVE;
  }

  private void undecodable(RawFrame frame, Optional<MessageSet> set, String detail) {
    LOG.warn("vehicle {}: message refused: {}", name(), detail);
    tap.frame(
        new FrameTap.Frame(
            id,
            Direction.EV_TO_EVSE,
            frame.type(),
            set,
            Optional.empty(),
            frame.payload(),
            OptionalLong.empty()));
    // The session ends with it; what follows is not read, so a flood of garbage is one input.
    decoder.hold();
    channel.config().setAutoRead(false);
    offer(new SeccInput.Undecodable(detail));
  }

  private void frameOverdue() {
    frameDeadline = null;
    if (decoder.betweenFrames() || !channel.config().isAutoRead()) {
      return;
    }
    String reason =
        "a message that had begun was not whole within "
            + TransportLimits.WHOLE_MESSAGE_MILLIS
            + " ms";
    if (phase == Phase.PENDING) {
      refuse(reason);
    } else if (phase == Phase.ACTIVE) {
      LOG.warn("vehicle {}: {}; the session ends", name(), reason);
      offer(new SeccInput.Undecodable(reason));
      end(reason);
    }
  }

  private void write(V2gMessage response) {
    if (phase != Phase.ACTIVE) {
      return;
    }
    MessageSet set = Sets.of(response);
    PayloadType type = conversation.response(set, response);
    Long asked = requestNanos.poll();
    int length;
    try {
      length = coding.encode(set, type, response);
    } catch (ExiException | IllegalArgumentException broken) {
      // Our own bug: nothing is sent, and the end of the link opens the contactors.
      LOG.error(
          "{} cannot be encoded: {}; the session ends", Sets.name(response), broken.getMessage());
      end("our own response could not be encoded");
      return;
    }
    farewell = Sets.endsSession(response);
    ByteBuf out = channel.alloc().buffer(length).writeBytes(coding.frame(), 0, length);
    channel.pipeline().context(this).writeAndFlush(out);
    tap.frame(
        new FrameTap.Frame(
            id,
            Direction.EVSE_TO_EV,
            type,
            Optional.of(set),
            Optional.of(response),
            Arrays.copyOfRange(coding.frame(), V2gtpHeader.BYTES, length),
            asked == null
                ? OptionalLong.empty()
                : OptionalLong.of(clock.lastFlushNanos() - asked)));
    if (channel.unsafe().outboundBuffer() instanceof ChannelOutboundBuffer buffer
        && buffer.totalPendingWriteBytes() > TransportLimits.MAX_UNSENT_BYTES) {
      end("the vehicle does not read what we send");
      return;
    }
    readOnIfAnswered();
  }

  private void endInOrder(String reason) {
    if (phase != Phase.ACTIVE) {
      leave();
      return;
    }
    leave();
    down(reason);
    channel.config().setAutoRead(true);
    if (farewell) {
      slot.linger(this);
      Goodbye.afterVehicle(channel);
    } else {
      Goodbye.close(channel);
    }
  }

  private void leave() {
    phase = Phase.ENDED;
    clock.onRead(() -> {});
    decoder.discard();
    slot.leave(this);
    cancel(deadline);
    cancel(frameDeadline);
    deadline = null;
    frameDeadline = null;
  }

  private void down(String reason) {
    if (!sink.offer(this, new SeccInput.LinkDown(reason))) {
      LOG.error("the queue of the EVSE is full: the end of link {} is lost there", id);
    }
  }

  private void offer(SeccInput input) {
    if (!sink.offer(this, input)) {
      LOG.error("the queue of the EVSE is full: link {} is closed", id);
      leave();
      channel.close();
    }
  }

  private void holdBackIfUnanswered() {
    if (phase == Phase.ACTIVE && conversation.unanswered() >= TransportLimits.MAX_UNANSWERED) {
      decoder.hold();
      channel.config().setAutoRead(false);
    }
  }

  private void readOnIfAnswered() {
    if (decoder.held() && conversation.unanswered() < TransportLimits.MAX_UNANSWERED) {
      decoder.resume();
      if (!decoder.held()) {
        channel.config().setAutoRead(true);
      }
    }
  }

  /** For the tap, which may know a vehicle by it. */
  private String address() {
    return remote.getAddress().getHostAddress() + " port " + remote.getPort();
  }

  /** For the log. */
  private String name() {
    return VehicleName.of(address());
  }

  private static void cancel(@Nullable ScheduledFuture<?> future) {
    if (future != null) {
      future.cancel(false);
    }
  }
}

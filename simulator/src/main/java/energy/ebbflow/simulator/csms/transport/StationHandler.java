package energy.ebbflow.simulator.csms.transport;

import energy.ebbflow.simulator.csms.DeskEffect;
import energy.ebbflow.simulator.csms.Dialect;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One connection: the WebSocket handshake, then text messages. On the server's thread. */
final class StationHandler extends SimpleChannelInboundHandler<Object> {
  /** OCPP-J 3.1.1: an identity has at most 48 characters. */
  private static final int IDENTITY_CHARACTERS_MAX = 48;

  private final CsmsServer server;
  private Optional<WebSocketServerHandshaker> handshaker = Optional.empty();
  private String identity = "";
  private String ending = "the station closed the socket";

  StationHandler(CsmsServer server) {
    this.server = server;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    switch (message) {
      case FullHttpRequest request -> shakeHands(context, request);
      case TextWebSocketFrame text -> server.text(identity, context.channel(), text.text());
      case PingWebSocketFrame ping ->
          context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case PongWebSocketFrame _ -> {}
      case CloseWebSocketFrame close -> {
        ending = "closed by the station with " + close.statusCode() + " " + close.reasonText();
        CloseWebSocketFrame answer = close.retain();
        handshaker.ifPresentOrElse(
            h -> h.close(context.channel(), answer),
            () -> {
              answer.release();
              context.close();
            });
      }
      case WebSocketFrame _ -> {
        ending = "expected text, came a binary message; the link is closed";
        context.close();
      }
      default -> context.close();
    }
  }

  private void shakeHands(ChannelHandlerContext context, FullHttpRequest request) {
    String path = request.uri().split("\\?", 2)[0];
    String wanted =
        URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    String offered = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "");
    Optional<Dialect> dialect = choose(offered);
    if (wanted.isEmpty() || wanted.length() > IDENTITY_CHARACTERS_MAX) {
      refuse(context, HttpResponseStatus.NOT_FOUND, "expected …/<station identity> in the address");
      return;
    }
    Optional<String> refusal = server.refusal(wanted);
    if (refusal.isPresent()) {
      refuse(context, HttpResponseStatus.SERVICE_UNAVAILABLE, wanted + ": " + refusal.get());
      return;
    }
    if (dialect.isEmpty()) {
      // OCPP-J 3.3: no subprotocol in common; nothing that follows would be understood.
      String mine = String.join(", ", protocols());
      refuse(
          context,
          HttpResponseStatus.BAD_REQUEST,
          wanted + ": expected a subprotocol of " + mine + ", came '" + offered + "'");
      return;
    }
    WebSocketServerHandshaker shaker =
        new WebSocketServerHandshakerFactory(
                request.uri(), dialect.get().subprotocol(), false, CsmsServer.MESSAGE_BYTES_MAX)
            .newHandshaker(request);
    if (shaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
      return;
    }
    handshaker = Optional.of(shaker);
    identity = wanted;
    Dialect chosen = dialect.get();
    shaker
        .handshake(context.channel(), request)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                context
                    .pipeline()
                    .addBefore(
                        context.name(),
                        "frames",
                        new WebSocketFrameAggregator(CsmsServer.MESSAGE_BYTES_MAX));
                server.opened(identity, chosen, context.channel());
              } else {
                context.close();
              }
            });
  }

  private Optional<Dialect> choose(String offered) {
    List<String> words = Arrays.stream(offered.split(",")).map(String::strip).toList();
    return server.config().dialects().stream()
        .filter(dialect -> words.contains(dialect.subprotocol()))
        .findFirst();
  }

  private List<String> protocols() {
    return server.config().dialects().stream().map(Dialect::subprotocol).toList();
  }

  private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String why) {
    server.note("", DeskEffect.Level.WARNING, "refused a connection, " + why);
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            Unpooled.copiedBuffer(why + "\n", StandardCharsets.UTF_8));
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    server.closed(identity, context.channel(), ending);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    ending = "broken: " + cause.getMessage();
    server.note(identity, DeskEffect.Level.WARNING, "link error, closing: " + cause.getMessage());
    context.close();
  }
}

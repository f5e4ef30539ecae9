package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.transport.FrameTap;
import energy.ebbflow.iso15118.transport.SdpClient;
import energy.ebbflow.iso15118.transport.TransportException;
import energy.ebbflow.iso15118.transport.VehicleLink;
import energy.ebbflow.iso15118.transport.VehicleSink;
import energy.ebbflow.simulator.ev.model.EvInput;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle's network: discovery, connection, messages. Blocking work runs on a thread of its
 * own, one task after the other; what happens is handed to {@code inputs} from any thread.
 */
final class Network implements AutoCloseable {
  /** Bytes of a frame that a truncating vehicle sends: the header and a little of the message. */
  static final int HALF_BYTES = 12;

  /**
   * Where and how the vehicle looks for its charger.
   *
   * @param interfaceName for multicast; empty asks {@code ::1}
   * @param security what it asks for, and what it does when that fails
   * @param sdpPort UDP port of the charger's discovery
   */
  record Settings(Optional<String> interfaceName, NetworkSecurity security, int sdpPort) {}

  private final Settings settings;
  private final Consumer<EvInput> inputs;
  private final Consumer<String> log;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("ev-network").daemon().factory());
  private volatile Optional<SdpResponse> charger = Optional.empty();
  private volatile @Nullable VehicleLink link;

  /**
   * TLS 1.3: a charger refuses our certificate after our side of the handshake is done, so the link
   * was up and ended without a word. The next discovery knows.
   */
  private volatile boolean refused;

  Network(Settings settings, Consumer<EvInput> inputs, Consumer<String> log) {
    this.settings = settings;
    this.inputs = inputs;
    this.log = log;
  }

  void discover() {
    worker.execute(
        () -> {
          try {
            boolean plain = refused && settings.security().plainAfterFailure();
            charger = ask(plain ? Security.NONE : settings.security().asked());
            inputs.accept(
                charger.isPresent()
                    ? new EvInput.Found()
                    : new EvInput.NotFound(SdpClient.MAX_REQUESTS + " SDP requests unanswered"));
          } catch (TransportException failed) {
            inputs.accept(new EvInput.NotFound(String.valueOf(failed.getMessage())));
          }
        });
  }

  private Optional<SdpResponse> ask(Security wanted) throws TransportException {
    return SdpClient.discover(
        settings.interfaceName(), settings.sdpPort(), wanted, SdpClient.MAX_REQUESTS);
  }

  void connect() {
    worker.execute(
        () -> {
          SdpResponse found = charger.orElseThrow();
          Optional<String> objection = settings.security().objection(found.security());
          if (objection.isPresent()) {
            inputs.accept(new EvInput.LinkDown(objection.get()));
            return;
          }
          try {
            open(found);
          } catch (TransportException failed) {
            String reason = String.valueOf(failed.getMessage());
            if (found.security() == Security.TLS && settings.security().plainAfterFailure()) {
              connectPlain(reason);
            } else {
              inputs.accept(new EvInput.LinkDown(reason));
            }
          }
        });
  }

  /** As cars do whose user would rather charge than be told about certificates. */
  private void connectPlain(String why) {
    log.accept(why + "; asking for a link without TLS");
    try {
      Optional<SdpResponse> plain = ask(Security.NONE);
      if (plain.isEmpty() || plain.get().security() == Security.TLS) {
        inputs.accept(new EvInput.LinkDown(why));
        return;
      }
      charger = plain;
      open(plain.get());
    } catch (TransportException failed) {
      inputs.accept(new EvInput.LinkDown(String.valueOf(failed.getMessage())));
    }
  }

  private void open(SdpResponse found) throws TransportException {
    boolean tls = found.security() == Security.TLS;
    InetSocketAddress address = new InetSocketAddress(found.address(), found.port());
    VehicleLink opened =
        VehicleLink.connect(
            address,
            tls ? settings.security().tls() : Optional.empty(),
            new Sink(tls),
            FrameTap.none());
    link = opened;
    log.accept(
        "connected to "
            + address
            + " by "
            + opened.summary()
            + (tls ? ", " + opened.staples() + " OCSP responses" : ""));
    inputs.accept(new EvInput.LinkUp(tls));
  }

  void send(V2gMessage request) {
    withLink(open -> open.send(request));
  }

  void sendHalf(V2gMessage request) {
    withLink(open -> open.sendTruncated(request, HALF_BYTES));
  }

  void sendBytes(byte[] bytes) {
    withLink(open -> open.sendRaw(bytes));
  }

  void reset() {
    withLink(VehicleLink::reset);
  }

  void closeLink() {
    worker.execute(
        () -> {
          VehicleLink open = link;
          link = null;
          if (open != null) {
            open.close();
          }
        });
  }

  private void withLink(Consumer<VehicleLink> action) {
    VehicleLink open = link;
    if (open != null) {
      action.accept(open);
    }
  }

  @Override
  public void close() {
    closeLink();
    worker.shutdown();
  }

  private final class Sink implements VehicleSink {
    private final boolean tls;
    private boolean heard;

    Sink(boolean tls) {
      this.tls = tls;
    }

    @Override
    public void received(V2gMessage message) {
      heard = true;
      refused = false;
      inputs.accept(new EvInput.Received(message));
    }

    @Override
    public void undecodable(String detail) {
      heard = true;
      inputs.accept(new EvInput.Undecodable(detail));
    }

    @Override
    public void closed(String reason) {
      refused |= tls && !heard;
      inputs.accept(new EvInput.LinkDown(reason));
    }
  }
}

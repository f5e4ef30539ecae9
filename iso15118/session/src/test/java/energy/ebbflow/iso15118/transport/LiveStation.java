package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.secc.HonestRun;
import energy.ebbflow.iso15118.secc.ObedientStation;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.secc.SeccSession;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Server, sessions and an obedient station on real sockets: the owner of the outlet is a thread
 * with a bounded queue, as it is in a real station.
 */
final class LiveStation implements AutoCloseable {
  private static final int QUEUE = 256;
  private static final long TICK_MILLIS = 10;

  /** Session ids are fixed, so that a vehicle's bytes can be made beforehand. */
  private static final byte[] SESSION_ID = {1, 2, 3, 4, 5, 6, 7, 8};

  /** A loaded machine may be slower than a vehicle in its loop; silence is tested elsewhere. */
  private static final SeccTiming TIMING =
      SeccTiming.STANDARD.withChargeLoopSequence(SeccTiming.SEQUENCE);

  private record Said(SeccLink link, SeccInput input) {}

  final SeccServer server;
  final AtomicInteger refused = new AtomicInteger();
  final AtomicInteger charged = new AtomicInteger();
  final AtomicInteger failed = new AtomicInteger();
  private final HonestRun run;
  private final BlockingQueue<Said> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private final Thread owner;
  private final ObedientStation station;
  private @Nullable SeccLink link;
  private @Nullable SeccSession session;

  LiveStation(HonestRun run) throws TransportException {
    this.run = run;
    station = new ObedientStation(run.dc);
    server =
        SeccServer.start(
            new SeccServerConfig(Optional.empty(), TlsPolicy.OFF, true, 0, 0, 0),
            Optional.empty(),
            (from, input) -> queue.offer(new Said(from, input)),
            new FrameTap() {
              @Override
              public void frame(Frame frame) {}

              @Override
              public void refused(String vehicle, String reason) {
                refused.incrementAndGet();
              }
            });
    owner = Thread.ofPlatform().name("outlet").daemon().start(this::own);
  }

  private void own() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Said said = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (said != null && said.input() instanceof SeccInput.LinkUp) {
          // Each link is a new session of a calm outlet; the one before went down first.
          station.calm();
          session = SeccSession.initial(run.config(TIMING), SESSION_ID, Optional.empty());
          link = said.link();
        }
        if (said != null && link != null && said.link().id() == link.id()) {
          step(said.input());
        }
        step(new SeccInput.Tick());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | AssertionError wrong) {
      broken.compareAndSet(null, wrong);
    }
  }

  private void step(SeccInput input) {
    SeccSession now = session;
    SeccLink to = link;
    if (now == null || to == null) {
      return;
    }
    SeccSession.Step step = now.step(input, station.view(), System.nanoTime());
    session = step.next();
    for (SeccEffect effect : step.effects()) {
      station.carryOut(effect);
      switch (effect) {
        case SeccEffect.Respond respond -> to.send(respond.response());
        case SeccEffect.CloseLink close -> to.close(close.reason());
        case SeccEffect.SessionFailed failure -> failed.incrementAndGet();
        case SeccEffect.SessionEnded ended -> {
          if (station.energised()) {
            charged.incrementAndGet();
          }
        }
        default -> {}
      }
    }
  }

  /** The owner has found nothing wrong. */
  void healthy() {
    Throwable wrong = broken.get();
    if (wrong != null) {
      throw new AssertionError("the outlet's thread is broken: " + wrong, wrong);
    }
  }

  @Override
  public void close() {
    server.close();
    owner.interrupt();
    try {
      owner.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the outlet ended", interrupted);
    }
    healthy();
  }
}

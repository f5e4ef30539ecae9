package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.secc.SeccInput;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What a test's charger hears, in order. */
final class ChargerSide implements SeccSink, FrameTap {
  static final long PATIENCE_SECONDS = 20;

  record Heard(SeccLink link, SeccInput input) {}

  final LinkedBlockingQueue<Heard> inputs = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<String> refusals = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<String> discoveries = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<String> handshakes = new LinkedBlockingQueue<>();
  final AtomicBoolean full = new AtomicBoolean();

  /** Looks on at each frame, on the thread of the link. */
  final AtomicReference<Consumer<Frame>> onFrame = new AtomicReference<>(frame -> {});

  @Override
  public boolean offer(SeccLink link, SeccInput input) {
    return !full.get() && inputs.add(new Heard(link, input));
  }

  @Override
  public void frame(Frame frame) {
    frames.add(frame);
    onFrame.get().accept(frame);
  }

  @Override
  public void discovered(String vehicle, String answer) {
    discoveries.add(answer);
  }

  @Override
  public void refused(String vehicle, String reason) {
    refusals.add(reason);
  }

  @Override
  public void secured(String vehicle, String summary, long millis) {
    handshakes.add(summary);
  }

  Heard next() throws InterruptedException {
    return take(inputs, "an input");
  }

  /** The next input is of this type. */
  <T extends SeccInput> T next(Class<T> type) throws InterruptedException {
    SeccInput input = next().input();
    if (!type.isInstance(input)) {
      throw new AssertionError(type.getSimpleName() + " expected, came " + input);
    }
    return type.cast(input);
  }

  static <T> T take(LinkedBlockingQueue<T> queue, String what) throws InterruptedException {
    T taken = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (taken == null) {
      throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s, expected " + what);
    }
    return taken;
  }
}

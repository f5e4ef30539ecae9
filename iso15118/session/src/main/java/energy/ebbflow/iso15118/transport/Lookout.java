package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the link's thread, having passed on a request, looks out for the response for a moment
 * before it goes back to its socket. Nearly all responses are there within microseconds; to be
 * woken for them costs more than they do, above all on another processor. Whoever brings a response
 * while nobody looks has to wake the thread.
 */
final class Lookout {
  /** Our own: longer than the machines take for a response, shorter than matters to anyone. */
  static final long LOOK_NANOS = 60_000;

  /** With one processor the outlet's thread could not run meanwhile. */
  private static final boolean USEFUL = Runtime.getRuntime().availableProcessors() > 1;

  private static final Object NOBODY = new Object();
  private static final Object LOOKING = new Object();

  private final AtomicReference<Object> place = new AtomicReference<>(NOBODY);

  /** From now on a response may be left here; on the link's thread, before the request goes on. */
  void begin() {
    if (USEFUL) {
      place.set(LOOKING);
    }
  }

  /**
   * Leaves a response for the thread that looks out; any thread.
   *
   * @return false when nobody looks out
   */
  boolean leave(V2gMessage response) {
    return place.compareAndSet(LOOKING, response);
  }

  /**
   * Looks out until a response comes or {@link #LOOK_NANOS} are over; on the link's thread, after
   * {@link #begin}. From then on nothing is left here.
   */
  @Nullable V2gMessage end() {
    if (place.getPlain() == NOBODY) {
      return null;
    }
    long start = System.nanoTime();
    while (place.getAcquire() == LOOKING && System.nanoTime() - start < LOOK_NANOS) {
      Thread.onSpinWait();
    }
    return place.getAndSet(NOBODY) instanceof V2gMessage response ? response : null;
  }
}

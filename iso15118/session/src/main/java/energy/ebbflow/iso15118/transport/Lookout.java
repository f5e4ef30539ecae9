package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the link's thread, having passed on a request, looks out for the response for a moment
 * before it goes back to its socket. Nearly all responses are there within microseconds; to be
 * woken for them costs more than they do, above all on another processor. Whoever brings a response
 * while nobody looks has to wake the thread.
 *
 * <p>On a busy machine the outlet's thread may itself wait for a processor, and looking out would
 * only keep it from one. So after a look in vain the next requests do without, twice as many each
 * time, until a look succeeds again.
 */
final class Lookout {
  /**
   * Our own: longer than the outlet's thread takes to wake up and to respond, on a virtual machine
   * whose idle processors wake slowly, too.
   */
  static final long LOOK_NANOS = 250_000;

  /** With one processor the outlet's thread could not run meanwhile. */
  private static final boolean USEFUL = Runtime.getRuntime().availableProcessors() > 1;

  /** So many requests do without at most before it is tried again. */
  static final int WITHOUT_MAX = 64;

  private static final Object NOBODY = new Object();
  private static final Object LOOKING = new Object();

  private final AtomicReference<Object> place = new AtomicReference<>(NOBODY);
  private int without;
  private int left;

  /**
   * From now on a response may be left here; on the link's thread, before the request goes on.
   *
   * @return false when this request does without; then nothing is to be ended
   */
  boolean begin() {
    if (left > 0) {
      left--;
      return false;
    }
    if (USEFUL) {
      place.set(LOOKING);
    }
    return USEFUL;
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
    long start = System.nanoTime();
    while (place.getAcquire() == LOOKING && System.nanoTime() - start < LOOK_NANOS) {
      // Whoever waits for this processor comes first: the vehicle, or the outlet itself.
      Thread.yield();
    }
    if (place.getAndSet(NOBODY) instanceof V2gMessage response) {
      without = 0;
      return response;
    }
    without = Math.min(WITHOUT_MAX, Math.max(1, 2 * without));
    left = without;
    return null;
  }
}

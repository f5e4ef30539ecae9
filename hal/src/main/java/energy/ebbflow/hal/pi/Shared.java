package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Indicator.Sign;
import energy.ebbflow.hal.PilotSignal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the passes of one outlet tell each other. Every field is written by one of them, or by the
 * outlet's own thread, and read by the others.
 */
final class Shared {
  /**
   * What the firmware wants.
   *
   * @param phases 0, 1 or 3
   */
  record Wish(PilotSignal pilot, int phases, boolean locked, Sign sign) {
    static final Wish SAFE = new Wish(new PilotSignal.Negative(), 0, false, Sign.UNAVAILABLE);

    Wish pilot(PilotSignal signal) {
      return new Wish(signal, phases, locked, sign);
    }

    Wish phases(int count) {
      return new Wish(pilot, count, locked, sign);
    }

    Wish locked(boolean wanted) {
      return new Wish(pilot, phases, wanted, sign);
    }

    Wish sign(Sign shown) {
      return new Wish(pilot, phases, locked, shown);
    }
  }

  /**
   * What the generator does, and since when.
   *
   * @param since ns
   */
  record Applied(PilotSignal signal, long since) {}

  /**
   * What the inputs say that the outputs need.
   *
   * @param closed the contacts touch
   * @param bolt the bolt is in
   * @param tripped the residual-current device
   */
  record Seen(boolean closed, boolean bolt, boolean tripped) {}

  final AtomicReference<Wish> wish = new AtomicReference<>(Wish.SAFE);
  final AtomicInteger selfTests = new AtomicInteger();

  /** Why the contactors are to be open whatever is wished; by the inputs. */
  volatile Optional<String> veto = Optional.empty();

  volatile Optional<Applied> applied = Optional.empty();
  volatile Seen seen = new Seen(false, false, false);
  volatile ResidualTest residual = ResidualTest.initial();

  /** When the outlet's loop last fed the watchdog; absent before the first time. */
  volatile Optional<Long> fed = Optional.empty();
}

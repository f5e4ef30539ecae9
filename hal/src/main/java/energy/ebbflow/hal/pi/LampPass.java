package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Indicator.Sign;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.linux.LineName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows the sign, and hands the feeding on to the kernel's watchdog. Owned by one thread. */
final class LampPass {
  /** Distance of feeds of the kernel's watchdog. */
  static final long FEED_NANOS = 1_000_000_000;

  private static final String DEVICE = "lamp";
  private static final String WATCHDOG = "watchdog";
  private static final int HALF = 128;

  private record Line(Hardware.Output output, Predicate<Lamp> lit) {}

  private final Shared shared;
  private final ReadingSink sink;
  private final List<Line> lines = new ArrayList<>();
  private final Optional<Hardware.SpiDevice> chain;
  private final int count;
  private final Optional<Hardware.WatchdogTimer> watchdog;
  private @Nullable Sign sign;
  private long since;
  private @Nullable Lamp shown;
  private long fedNanos = Long.MIN_VALUE;
  private Attempts lampAttempts = Attempts.NEW;
  private Attempts feedAttempts = Attempts.NEW;

  LampPass(PiOptions options, Hardware hardware, Shared shared, ReadingSink sink)
      throws IOException {
    this.shared = shared;
    this.sink = sink;
    PiOptions.Lamps lamps = options.lamps();
    add(hardware, lamps.red(), lamp -> lamp.red() >= HALF);
    add(hardware, lamps.green(), lamp -> lamp.green() >= HALF);
    add(hardware, lamps.blue(), lamp -> lamp.blue() >= HALF);
    add(hardware, lamps.buzzer(), Lamp::sound);
    this.count = lamps.count();
    this.chain =
        lamps.chain().isPresent()
            ? Optional.of(
                hardware.spi(lamps.chain().get().bus(), lamps.chain().get().device(), Ws2812.HERTZ))
            : Optional.empty();
    this.watchdog =
        options.watchdog().isPresent()
            ? Optional.of(
                hardware.watchdog(
                    options.watchdog().get().device(), options.watchdog().get().seconds()))
            : Optional.empty();
  }

  private void add(Hardware hardware, Optional<LineName> line, Predicate<Lamp> lit)
      throws IOException {
    if (line.isPresent()) {
      lines.add(new Line(hardware.output(line.get()), lit));
    }
  }

  void pass(long now) {
    feed(now);
    Sign wanted = shared.wish.get().sign();
    if (wanted != sign) {
      sign = wanted;
      since = now;
    }
    Lamp lamp = Lamp.of(wanted, now - since);
    if (!lamp.equals(shown) && lampAttempts.due(now)) {
      show(lamp, now);
    }
  }

  private void show(Lamp lamp, long now) {
    try {
      for (Line line : lines) {
        line.output().set(line.lit().test(lamp));
      }
      if (chain.isPresent()) {
        chain.get().transfer(Ws2812.bytes(lamp, count));
      }
      shown = lamp;
      lampAttempts = lampAttempts.succeeded();
    } catch (IOException e) {
      lampAttempts = failed(lampAttempts, DEVICE, e, now);
    }
  }

  /** The kernel is fed only while the outlet's loop feeds. */
  private void feed(long now) {
    boolean alive = shared.fed.filter(fed -> now - fed < OutputPass.DEADMAN_NANOS).isPresent();
    boolean starting = shared.fed.isEmpty();
    if (watchdog.isEmpty()
        || !(alive || starting)
        || fedNanos != Long.MIN_VALUE && now - fedNanos < FEED_NANOS
        || !feedAttempts.due(now)) {
      return;
    }
    try {
      watchdog.get().feed();
      fedNanos = now;
      feedAttempts = feedAttempts.succeeded();
    } catch (IOException e) {
      feedAttempts = failed(feedAttempts, WATCHDOG, e, now);
    }
  }

  private Attempts failed(Attempts before, String device, IOException e, long now) {
    return before.failed(device, String.valueOf(e.getMessage()), now, sink);
  }

  /** Dark and silent, the watchdog stopped in order. */
  void end() throws IOException {
    for (Line line : lines) {
      line.output().set(false);
    }
    if (chain.isPresent()) {
      chain.get().transfer(Ws2812.bytes(Lamp.OFF, count));
    }
    if (watchdog.isPresent()) {
      watchdog.get().disarm();
    }
  }
}

package energy.ebbflow.simulator.hardware.driver;

import energy.ebbflow.hal.can.CanFrame;
import energy.ebbflow.hal.can.linux.CanSocket;
import energy.ebbflow.simulator.hardware.InfyDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays power modules on a CAN interface, such as {@code vcan0}, or at a socket file. */
final class CanHost extends Host {
  private static final int WAIT_MILLIS = 5;

  private final InfyDevice modules;
  private final Optional<CanSocket.Listener> listener;

  // Only the thread touches this, once it runs.
  private @Nullable CanSocket bus;

  CanHost(InfyDevice modules, String place) throws IOException {
    super("played-power-modules");
    this.modules = modules;
    if (place.startsWith(CanSocket.UNIX)) {
      listener = Optional.of(CanSocket.listen(Path.of(place.substring(CanSocket.UNIX.length()))));
    } else {
      listener = Optional.empty();
      bus = CanSocket.open(place);
    }
  }

  @Override
  void turn() throws IOException {
    modules.tick(System.nanoTime());
    CanSocket open = bus;
    if (open == null) {
      if (listener.isPresent()) {
        bus = listener.get().accept(WAIT_MILLIS).orElse(null);
      }
      return;
    }
    try {
      Optional<CanFrame> frame = open.receive(WAIT_MILLIS);
      if (frame.isPresent()) {
        for (CanFrame answer : modules.take(frame.get(), System.nanoTime())) {
          open.send(answer);
        }
      }
    } catch (IOException gone) {
      if (listener.isEmpty()) {
        throw gone;
      }
      // The controller has gone; the next one may come.
      open.close();
      bus = null;
    }
  }

  @Override
  void release() throws IOException {
    CanSocket open = bus;
    if (open != null) {
      open.close();
    }
    if (listener.isPresent()) {
      listener.get().close();
    }
  }
}

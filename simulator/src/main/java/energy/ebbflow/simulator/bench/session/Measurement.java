package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Starts the firmware again and again and talks to it. Belongs to one thread. */
final class Measurement {
  private static final long PACE_NANOS = 100_000_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int ECHOES_BACK_TO_BACK = 5_000;

  private final List<String> program;
  private final Path folder;
  private final Plan plan;
  private final Optional<Capture> capture;
  private final Consumer<String> progress;
  private int started;

  /**
   * Prepares.
   *
   * @param capture listens to the vehicle's interface; empty where that is not permitted
   */
  Measurement(
      List<String> program,
      Path folder,
      Plan plan,
      Optional<Capture> capture,
      Consumer<String> progress) {
    this.program = program;
    this.folder = folder;
    this.plan = plan;
    this.capture = capture;
    this.progress = progress;
  }

  /** Only from the start to the first answer of SDP, with another command line. */
  Times starts(List<String> otherProgram, String what) throws IOException {
    List<Double> sdp = new ArrayList<>();
    for (int i = 0; i < plan.starts(); i++) {
      progress.accept(what + ", start " + (i + 1) + " of " + plan.starts());
      try (StationUnderTest station = start(otherProgram, List.of("--tls", "off"))) {
        Discovery.first(Security.NONE, station::alive);
        sdp.add((double) station.ageNanos());
      }
    }
    return new Times(sdp);
  }

  /**
   * All figures of one kind of link.
   *
   * @param pki keys of charger and vehicle for TLS 1.3; empty for TCP alone
   */
  Figures figures(Optional<Path> pki) throws IOException {
    Optional<SSLContext> context =
        pki.isPresent() ? Optional.of(Sockets.context(pki.get())) : Optional.empty();
    List<String> more =
        pki.isPresent()
            ? List.of("--tls", "required", "--pki", pki.get().toString())
            : List.of("--tls", "off");
    String kind = pki.isPresent() ? "TLS 1.3" : "TCP";
    List<Double> sdp = new ArrayList<>();
    List<Double> handshake = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> parameters = new ArrayList<>();
    Figures.Beside before = floor();
    for (int i = 0; ; i++) {
      progress.accept(kind + ", fresh process " + (i + 1) + " of " + plan.starts());
      try (StationUnderTest station = start(program, more)) {
        try {
          SdpResponse found =
              Discovery.first(pki.isPresent() ? Security.TLS : Security.NONE, station::alive);
          sdp.add((double) station.ageNanos());
          station.awaitVehicle();
          Pause.millis(plan.restMillis());
          long connecting = System.nanoTime();
          Socket socket =
              context.isPresent() ? Sockets.secured(found, context.get()) : Sockets.plain(found);
          if (context.isPresent()) {
            handshake.add((double) (System.nanoTime() - connecting));
          }
          try (Wire wire = new Wire(socket, capture)) {
            Dialogue dialogue = new Dialogue(wire);
            Dialogue.Opening opening = dialogue.open();
            first.add((double) opening.firstNanos());
            parameters.add((double) opening.chargeParametersNanos());
            if (i + 1 == plan.starts()) {
              Loop loop = loop(kind, station, dialogue, wire);
              return new Figures(
                  new Times(sdp),
                  handshake.isEmpty() ? Optional.empty() : Optional.of(new Times(handshake)),
                  new Times(first),
                  new Times(parameters),
                  loop.paced(),
                  loop.warm(),
                  loop.pacedSocket(),
                  loop.warmSocket(),
                  both(before, floor()),
                  loop.residentBytes(),
                  loop.processorNanos());
            }
          }
        } catch (IOException failed) {
          throw new IOException(
              failed.getMessage() + " (the firmware's last words: " + station.lastWords() + ")",
              failed);
        }
      }
    }
  }

  private StationUnderTest start(List<String> command, List<String> more) throws IOException {
    Path own = Files.createDirectory(folder.resolve("run-" + ++started));
    return StationUnderTest.start(command, more, own);
  }

  /** What the machine takes; a rehearsal does not ask. */
  private Figures.Beside floor() throws IOException {
    if (plan.echoes() == 0) {
      Times none = Times.of(new long[] {0});
      return new Figures.Beside(none, none);
    }
    progress.accept("echo, what the machine itself takes");
    try (Floor floor = Floor.start(capture)) {
      return new Figures.Beside(
          floor.paced(plan.echoes(), PACE_NANOS), floor.backToBack(ECHOES_BACK_TO_BACK));
    }
  }

  private static Figures.Beside both(Figures.Beside before, Figures.Beside after) {
    return new Figures.Beside(before.paced().and(after.paced()), before.warm().and(after.warm()));
  }

  private record Loop(
      Times paced,
      Times warm,
      Times pacedSocket,
      Times warmSocket,
      long residentBytes,
      double processorNanos) {}

  private Loop loop(String kind, StationUnderTest station, Dialogue dialogue, Wire wire)
      throws IOException {
    dialogue.start();
    byte[] request = dialogue.loopRequest();
    progress.accept(kind + ", charge loop at 10 a second, " + plan.paced() + " messages");
    long[] paced = new long[plan.paced()];
    long[] pacedSocket = new long[plan.paced()];
    long next = System.nanoTime();
    for (int i = 0; i < paced.length; i++) {
      Pause.until(next);
      paced[i] = dialogue.loop(request);
      pacedSocket[i] = wire.socketNanos();
      next += PACE_NANOS;
    }
    progress.accept(
        kind + ", charge loop back to back, " + plan.warmUp() + " + " + plan.measured());
    for (int i = 0; i < plan.warmUp(); i++) {
      dialogue.loop(request);
    }
    long[] warm = new long[plan.measured()];
    long[] warmSocket = new long[plan.measured()];
    double before = station.processorSeconds();
    for (int i = 0; i < warm.length; i++) {
      warm[i] = dialogue.loop(request);
      warmSocket[i] = wire.socketNanos();
    }
    double processor = station.processorSeconds() - before;
    return new Loop(
        Times.of(paced),
        Times.of(warm),
        Times.of(pacedSocket),
        Times.of(warmSocket),
        station.residentBytes(),
        processor * NANOS_PER_SECOND / warm.length);
  }
}
